// common-passwords.mjs FILE: writes the passwords that attackers try first, one a line, sorted by
// their bytes, as a C++ string.
import { dictionary } from "@zxcvbn-ts/language-common";
import { writeFileSync } from "node:fs";

const words = dictionary["passwords-common"].filter((word) => !/["\\\n]/.test(word)).sort();
const lines = [...new Set(words)].map((word) => `"${word}\\n"`).join("\n");
writeFileSync(process.argv[2], lines + "\n");
