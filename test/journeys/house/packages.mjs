// npm's packages live in web/, beside what pages are made of.
import { createRequire } from 'node:module';

export const packages = createRequire(new URL('../../../web/package.json', import.meta.url));
