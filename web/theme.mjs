// node theme.mjs THEME.scss OUT_DIR: compiles a theme to OUT_DIR/THEME.css and, for languages that
// are written from right to left, OUT_DIR/THEME.rtl.css; lists what it read in OUT_DIR/THEME.css.d.
import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import rtlcss from 'rtlcss';
import * as sass from 'sass';

const [source, folder] = process.argv.slice(2);
const here = fileURLToPath(new URL('.', import.meta.url));
const modules = join(here, 'node_modules');
const out = join(folder, basename(source, '.scss'));

const { css, loadedUrls } = sass.compile(source, {
  loadPaths: [modules, join(here, '../src/chart')],
  style: 'compressed',
  charset: false, // else a byte order mark, which would follow our notice
  quietDeps: true,
});

// The design system's few icons become part of the sheet, so that it asks for nothing.
const images = join(modules, 'nhsuk-frontend/dist/nhsuk/assets/images');
const read = loadedUrls.map((url) => fileURLToPath(url));
const whole = css.replace(/url\("?\/assets\/images\/([\w.-]+\.svg)"?\)/g, (_, name) => {
  read.push(join(images, name));
  const svg = readFileSync(join(images, name), 'utf8').trim();
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
});
const outside = whole.match(/url\((?!"data:)[^)]*\)|@import[^;]*/);
if (outside) throw new Error(`${source} asks for something outside: ${outside[0]}`);

// A chevron is a corner of a square that is turned to point somewhere. Mirrored, what pointed right
// points left and what pointed down still does; a turn the other way alone makes down of neither.
const corner = 'polygon(100% 100%, 100% 0, 0 0)';
const mirrored = rtlcss.process(whole).replace(/[^{}]*\{[^{}]*\}/g, (rule) =>
  rule.includes(corner) ? rule.replace(/rotate\((-?\d+)deg\)/, (_, turn) => `rotate(${270 + Number(turn)}deg)`) : rule);

const notice = '/*! With parts of nhsuk-frontend, MIT, (c) 2019 NHS England: see licences.txt */\n';
writeFileSync(`${out}.css`, notice + whole);
writeFileSync(`${out}.rtl.css`, notice + mirrored);
writeFileSync(`${out}.css.d`, `${out}.css: ${read.map((file) => file.replaceAll(' ', '\\ ')).join(' ')}\n`);
