import { TextArea, TextField } from '#ui/form.tsx'
import { isLooking } from '#ui/looking.tsx'
import { Lines } from '#ui/parts.tsx'
import { reader } from '#ui/say.tsx'
import { first, type Texts } from '#ui/texts.ts'
import type { Hint } from './hints.ts'
import { hintsFor } from './known-words.ts'

type Common = { name: string; typed?: Texts | undefined }

/** Several lines that a family will read. What stands there already comes with what could be said more plainly. */
export const FamilyText = (field: Parameters<typeof TextArea>[0]) => (
  <>
    <TextArea {...field} />
    <Tips {...field} />
  </>
)

/** The same, of one line. */
export const FamilyLine = (field: Parameters<typeof TextField>[0]) => (
  <>
    <TextField {...field} />
    <Tips {...field} />
  </>
)

/** Filled anew by a script while somebody writes; said aloud only as how many there are. They know Swedish alone. */
function Tips({ name, typed }: Common) {
  if (reader().language !== 'sv') return null
  const hints = isLooking() ? [] : hintsFor(first(typed, name) ?? '')
  return (
    <>
      <aside class="told" aria-label={tipsLabel} data-tips={name} hidden={hints.length === 0}>
        <OnlyTips />
        <Hints hints={hints} />
      </aside>
      <p class="sr" role="status" />
    </>
  )
}

export const tipsLabel = 'Så kan familjen läsa det'

export const OnlyTips = () => (
  <p>
    <b>{tipsLabel}</b> Bara förslag: du väljer, och det går att spara som det är.
  </p>
)

export const Hints = ({ hints }: { hints: readonly Hint[] }) => (
  <Lines
    items={hints.map(({ found, say }) => (
      <>
        <b>{found}</b> {say}
      </>
    ))}
  />
)
