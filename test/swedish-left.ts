import { birdsIn } from '#test/canaries/birds.ts'
import type { admin as Admin } from '#test/world.ts'

/** What is called the same in every language. */
const everywhere = [
  /Kronobarn|BBA|BVC|Bris|112|socialjouren|SIP|SHANARRI|PDF|JSON|WCAG 2\.2|\bAA\b|Svenska|Lätt svenska/g,
  /(Uppvidinge|Lessebo|Tingsryd|Alvesta|Älmhult|Markaryd|Växjö|Ljungby) kommun/g,
  /Uppvidinge|Lessebo|Tingsryd|Älmhult|Markaryd|Växjö/g,
]

/** What people, places and their titles are called. */
export async function namesIn(admin: typeof Admin): Promise<string[]> {
  const people = await admin.selectFrom('person').select(['given_name', 'family_name']).execute()
  const named = await Promise.all([
    admin.selectFrom('unit').select('name').execute(),
    admin.selectFrom('municipality').select('name').execute(),
    admin.selectFrom('engagement').select('title as name').execute(),
  ])
  const names = [...people.flatMap((one) => Object.values(one)), ...named.flat().map(({ name }) => name)]
  return [...new Set(names)]
    .filter((name) => name !== null)
    .toSorted((one, other) => other.length - one.length)
}

/** The texts of a page: between its tags, and those that are only heard. */
function textsOf(page: string): string[] {
  const shown = page
    .slice(page.indexOf('<body'))
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    // What somebody wrote, another language's own name, and the Swedish beside the reader's own language.
    .replace(/<span lang="[^"]*"( dir="auto")?>[^<]*<\/span>/g, '')
    .replace(/<[^>]* lang="(?!sv|ar)[^"]*"[^>]*>[^<]*/g, '')
  const heard = [...shown.matchAll(/ (?:aria-label|placeholder|alt)="([^"]*)"/g)].map(([, text = '']) => text)
  return [...heard, ...shown.replace(/<[^>]+>/g, '\n').split('\n')]
}

/** The texts of a page in Arabic letters that stand in Latin ones, but for names and what people wrote. */
export function swedishIn(page: string, names: readonly string[]): string[] {
  // A value in a sentence stands between marks of its own.
  const values = /\u2068[^\u2069]*\u2069|&[a-z#\d]+;/g
  const own = (text: string) =>
    [values, ...everywhere, ...names].reduce<string>((rest, known) => rest.replaceAll(known, ' '), text)
  return textsOf(page).filter((text) => birdsIn(text).length === 0 && /\p{Script=Latin}{2}/u.test(own(text)))
}
