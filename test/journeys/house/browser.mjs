// Debian's Chromium without a window of its own, which loads a page in two thirds of the time, and the
// ways in which people look at pages.
import { packages } from './packages.mjs';

const { chromium } = packages('playwright-core');

export const desk = { viewport: { width: 1280, height: 900 } };
export const phone = { viewport: { width: 320, height: 640 }, isMobile: true, hasTouch: true };
export const withoutScript = { javaScriptEnabled: false };

/// Every story that concerns a page is told in these ways.
export const ways = {
  'at a desk': desk,
  'on a phone': phone,
  'at a desk without JavaScript': { ...desk, ...withoutScript },
  'on a phone without JavaScript': { ...phone, ...withoutScript },
};

let browser;

export async function newContext(options = {}) {
  browser ??= await chromium.launch({
    executablePath: '/usr/bin/chromium-headless-shell',
    args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic', '--no-first-run',
      '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
  const context = await browser.newContext({ locale: 'en-GB', ...options });
  context.setDefaultTimeout(20_000);
  return context;
}

/// Ends whatever a story that failed has left behind.
export async function closeContexts() {
  for (const context of browser?.contexts() ?? []) await context.close();
}

export async function closeBrowser() {
  await browser?.close();
  browser = undefined;
}
