import { parse, TYPE } from '@formatjs/icu-messageformat-parser'
import PO from 'pofile'
import { checkedBy } from '#ui/catalogue.ts'
import { isEasy } from './easy.ts'
import type { SourceText } from './source.ts'

type Item = PO['items'][number]
/** What an import adds to each text that the translator has read. */
export type Reading = { by: string; on: string }

const placeholders = (text: string): string[] => {
  const names = new Set<string>()
  const walk = (elements: ReturnType<typeof parse>) => {
    for (const element of elements) {
      if (element.type === TYPE.literal || element.type === TYPE.pound) continue
      names.add(element.type === TYPE.tag ? `<${element.value}>` : `{${element.value}}`)
      if (element.type === TYPE.tag) walk(element.children)
      if (element.type === TYPE.plural || element.type === TYPE.select)
        for (const { value } of Object.values(element.options)) walk(value)
    }
  }
  walk(parse(text))
  return [...names].sort()
}

/** What is wrong with a translation of a text, in a few words; undefined when nothing is. */
export function fault(source: string, translation: string): string | undefined {
  try {
    const [wanted, given] = [placeholders(source), placeholders(translation)].map((all) => all.join(' '))
    return wanted === given
      ? undefined
      : `skulle ha ${wanted || 'inget inom klamrar'}, har ${given || 'inget'}`
  } catch (error) {
    return `går inte att läsa: ${error instanceof Error ? error.message : error}`
  }
}

/** The texts of today with the translations that there are; those of texts that are gone fall away. */
export function synced(language: string, old: PO, texts: readonly SourceText[]): PO {
  const known = new Map(old.items.map((item) => [item.msgid, item]))
  const po = new PO()
  po.headers = { Language: language, 'Content-Type': 'text/plain; charset=utf-8' }
  // In easy Swedish only what is said in another way, or is not easy as it stands, needs a line.
  const wanted =
    language === 'sv-x-latt' ? texts.filter(({ text }) => known.has(text) || !isEasy(text)) : texts
  po.items = wanted.map(({ text, files }) => {
    const item = known.get(text) ?? new PO.Item()
    item.msgid = text
    item.references = [...files]
    item.extractedComments = placeholders(text).length > 0 ? ['Det inom klamrar står kvar som det är.'] : []
    item.obsolete = false
    return item
  })
  return po
}

/** What a translator has given, put among ours: whatever is not fuzzy any more has been read by a person. */
export function imported(
  ours: PO,
  given: PO,
  reading: Reading,
): { po: PO; taken: number; refused: string[] } {
  const theirs = new Map(given.items.map((item) => [item.msgid, item]))
  const refused: string[] = []
  let taken = 0
  for (const item of ours.items) {
    const text = theirs.get(item.msgid)?.msgstr[0]
    if (!text) continue
    const wrong = fault(item.msgid, text)
    if (wrong) refused.push(`${item.msgid}: ${wrong}`)
    else if (take(item, text, theirs.get(item.msgid), reading)) taken++
  }
  return { po: ours, taken, refused }
}

function take(item: Item, text: string, theirs: Item | undefined, { by, on }: Reading): boolean {
  const read = !theirs?.flags['fuzzy']
  if (item.msgstr[0] === text && (!read || checkedBy(item))) return false
  item.msgstr = [text]
  item.flags['fuzzy'] = !read
  item.comments = read ? [`Granskad av ${by}, ${on}`] : []
  return true
}
