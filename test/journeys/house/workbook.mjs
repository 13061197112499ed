// A spreadsheet as people have it, written by openpyxl.
import { execFileSync } from 'node:child_process';

const script = `
import io, json, sys, openpyxl
book = openpyxl.Workbook()
book.remove(book.active)
for name, rows in json.load(sys.stdin).items():
    sheet = book.create_sheet(name)
    for row in rows:
        sheet.append(row)
out = io.BytesIO()
book.save(out)
sys.stdout.buffer.write(out.getvalue())
`;

/// The bytes of a workbook: { 'Ward 1': [['Month', 'Falls'], ['2026-01', 3]] }.
export const workbook = (sheets) => execFileSync('/usr/bin/python3', ['-c', script], { input: JSON.stringify(sheets) });
