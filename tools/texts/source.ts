import { readdirSync, readFileSync } from 'node:fs'

/** A Swedish text that is said somewhere in the sources, and where. */
export type SourceText = { text: string; files: readonly string[] }

// Biome leaves one way of writing each: single quotes, or double where the text holds a single one.
const said = /\b(?:say|sayWith|message)\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)")/g

/** Every text that is said or kept to be said, in the order of the files. */
export function sourceTexts(): SourceText[] {
  const found = new Map<string, Set<string>>()
  for (const file of readdirSync('src', { recursive: true, encoding: 'utf8' }).sort()) {
    if (!/\.tsx?$/.test(file) || /\.test\.tsx?$/.test(file)) continue
    for (const [, single, double] of readFileSync(`src/${file}`, 'utf8').matchAll(said)) {
      const text = (single ?? double ?? '').replace(/\\(.)/g, '$1')
      found.set(text, (found.get(text) ?? new Set()).add(`src/${file}`))
    }
  }
  return [...found].map(([text, files]) => ({ text, files: [...files] }))
}
