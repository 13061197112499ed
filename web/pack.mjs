// node pack.mjs OUT.cpp OUT_DIR FILE...: makes files part of the executable. Each gets a name with a
// hash of its content, so that browsers may keep it for ever, and is compressed once and for all.
// asset(NAME) in a text becomes the hashed name of another of the files; our own scripts leave their
// comments and indents at home.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const types = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.png': 'image/png',
};

const [output, folder, ...files] = process.argv.slice(2);
const paths = new Map(files.map((file) => [basename(file).replace(/\.min\.js$/, '.js'), file]));
const packed = new Map();

function pack(name) {
  if (packed.has(name)) return packed.get(name);
  const type = types[extname(name)];
  if (!type) throw new Error(`${name}: pack.mjs does not know the type of this kind of file`);
  let bytes = readFileSync(paths.get(name) ?? fail(name));
  if (type.includes('charset'))
    bytes = Buffer.from(
      bytes
        .toString('utf8')
        .replace(/\n?\/\/# sourceMappingURL=.*\s*$/, '\n')
        .replace(isOurScript(paths.get(name)) ? /^[ \t]*(\/\/.*\n)?/gm : '', '')
        .replace(/asset\(([\w.-]+)\)/g, (_, other) => pack(other).hashed),
    );
  const hash = createHash('sha384').update(bytes).digest('hex').slice(0, 16);
  const extension = extname(name);
  const asset = { name, type, hash, bytes, hashed: `${basename(name, extension)}-${hash}${extension}` };
  packed.set(name, asset);
  return asset;
}

// Lines within a template literal would lose their indents as well: ours have none.
function isOurScript(path) {
  return extname(path) === '.js' && !path.includes('node_modules');
}

function fail(name) {
  throw new Error(`there is no asset called ${name}`);
}

// What is smaller by a tenth at least is worth the work of a browser; pictures never are.
function variant(asset, suffix, compress) {
  if (!asset.type.includes('charset')) return null;
  const file = join(folder, `${asset.hashed}.${suffix}`);
  if (!existsSync(file)) writeFileSync(file, compress(asset.bytes));
  return readFileSync(file).length < asset.bytes.length * 0.9 ? file : null;
}

let assembly = '';
let declarations = '';
function embed(symbol, file) {
  if (!file) return '{}';
  assembly += `    .balign 16\n${symbol}_begin: .incbin "${file}"\n${symbol}_end: .byte 0\n`;
  assembly += `    .global ${symbol}_begin\n    .global ${symbol}_end\n`;
  declarations += `extern const char ${symbol}_begin, ${symbol}_end;\n`;
  return `{&${symbol}_begin, &${symbol}_end}`;
}

const rows = [...paths.keys()].sort().map((name, i) => {
  const asset = pack(name);
  const plain = join(folder, asset.hashed);
  writeFileSync(plain, asset.bytes);
  const gzip = variant(asset, 'gz', (bytes) => gzipSync(bytes, { level: 9 }));
  const brotli = variant(asset, 'br', (bytes) =>
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
  return `    {.name = "${name}", .path = "/assets/${asset.hashed}", .type = "${asset.type}",
     .tag = "\\"${asset.hash}\\"", .bytes = ${embed(`primum_asset_${i}`, plain)},
     .gzip = ${embed(`primum_asset_${i}_gz`, gzip)},
     .brotli = ${embed(`primum_asset_${i}_br`, brotli)}},\n`;
});

for (const file of readdirSync(folder)) {
  const hash = file.match(/-([0-9a-f]{16})\./)?.[1];
  if (hash && ![...packed.values()].some((asset) => asset.hash === hash)) rmSync(join(folder, file));
}
writeFileSync(output, `// Written by web/pack.mjs.
#include "design/asset_table.h"

__asm__(R"(
    .section .rodata
${assembly}    .text
)");

extern "C" {
${declarations}}

namespace primum::design {

const std::vector<Asset>& asset_table() {
    static const std::vector<Asset> table = {
${rows.join('')}    };
    return table;
}

}  // namespace primum::design
`);
