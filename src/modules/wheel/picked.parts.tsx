import { childsOther, childsPictures } from '#modules/knowledge'
import { SealedText } from '#shared/sealed.ts'
import { AsWritten, say } from '#ui/say.tsx'
import type { Words } from './wheel.ts'
import type { Spoken } from './wheel-store.ts'

// A picture that a child picks is kept as its Swedish sentence: so those who work read it, and so it stands on paper.
// Who reads in another language gets the sentence in that, and after it what the child wrote, as it was written. A
// sentence that is taken out of the list one day is read as it was kept.

const pictures: ReadonlySet<string> = new Set(
  Object.values(childsPictures.areas)
    .flat()
    .flatMap(({ good, hard }) => [good, hard]),
)
const others: ReadonlyMap<string, string> = new Map(
  Object.values(childsOther).map((label) => [`${label}.`, label]),
)

type Told = Pick<Spoken, 'speaker' | 'obtained' | 'words'>
type Read = { picked: readonly string[]; own: SealedText | undefined }

/** What was picked, in the reader's language, and what was written besides. Where the two are the same, all is written. */
export function asRead({ speaker, obtained, words }: Told, name: keyof Words): Read {
  const own = words[name]
  const written = { picked: [], own }
  if (!own || speaker.voice !== 'child') return written
  if (obtained === 'written') {
    const label = others.get(own.reveal())
    return label && say(label) !== label ? { picked: [`${say(label)}.`], own: undefined } : written
  }
  return obtained === 'picture' ? pickedFirst(own) : written
}

/** The pictures that a child picked, before what it wrote. */
export function pickedFirst(own: SealedText): Read {
  const lines = own.reveal().split('\n')
  const besides = lines.findIndex((line) => !pictures.has(line))
  const kept = besides === -1 ? lines : lines.slice(0, besides)
  const picked = kept.map((line) => say(line))
  if (picked.every((line, place) => line === kept[place])) return { picked: [], own }
  const rest = lines.slice(kept.length).join('\n')
  return { picked, own: rest ? new SealedText(rest) : undefined }
}

/** The same on a page. */
export function AsTold({ said, name }: { said: Told; name: keyof Words }) {
  const { picked, own } = asRead(said, name)
  return (
    <>
      {picked.join('\n')}
      {picked.length > 0 && own && '\n'}
      {own && <AsWritten>{own.reveal()}</AsWritten>}
    </>
  )
}
