import type { Child } from 'hono/jsx'
import { lix } from '#shared/lix.ts'
import { assetPath } from '#ui/assets.ts'
import { Buttons } from '#ui/form.tsx'
import { isLooking, lookButton } from '#ui/looking.tsx'
import { Facts } from '#ui/parts.tsx'
import { first, type Texts } from '#ui/texts.ts'
import { Hints, OnlyTips, tipsLabel } from './family-text.parts.tsx'
import { easy } from './hints.ts'
import { hintsFor, modelWords } from './known-words.ts'

type Props = Parameters<typeof Buttons>[0] & {
  typed: Texts | undefined
  /** The fields that the family will read, each with the heading it gets there. */
  read: Readonly<Record<string, string>>
  /** As it will stand on the family's own page, where that is more than headings and texts. */
  shown?: Child
}

/** The last line of a form whose words a family will read: before it is sent one can see it as they will. */
export function FamilyButtons({ typed, read, shown, others = [], ...buttons }: Props) {
  const texts = Object.entries(read).map(([name, heading]) => [heading, first(typed, name)?.trim()] as const)
  return (
    <>
      {isLooking() && <AsRead {...{ texts, shown }} />}
      <Buttons {...buttons} others={[...others, lookButton]} />
      <script
        type="module"
        src={assetPath('tips.js')}
        data-words={JSON.stringify(modelWords)}
        data-count="Tips om texten: {count}"
      />
    </>
  )
}

type AsReadProps = { texts: readonly (readonly [heading: string, text: string | undefined])[]; shown: Child }

function AsRead({ texts, shown }: AsReadProps) {
  const written = texts.flatMap(([heading, text]) => (text ? [[heading, text] as const] : []))
  const all = written.map(([, text]) => text).join('\n')
  return (
    <section class="as-read" aria-labelledby="familjen-laser" tabindex={-1} autofocus>
      <h2 id="familjen-laser">Så här läser familjen det</h2>
      <p class="soft">Inget är skickat än. Ändra ovanför om du vill, och spara när det stämmer.</p>
      <div class="sheet">
        {written.length === 0 ? (
          <p class="soft">Här står inget än.</p>
        ) : (
          (shown ?? (
            <Facts items={written.map(([heading, text]) => [heading, <span class="prewrap">{text}</span>])} />
          ))
        )}
      </div>
      {all && <Weighed text={all} />}
    </section>
  )
}

/** How heavy it is to read, and what could be said more plainly. */
function Weighed({ text }: { text: string }) {
  const hints = hintsFor(text)
  const weight = Math.round(lix(text))
  return (
    <>
      <p>
        Läsbarhet (lix) {weight}: {weight <= easy ? 'lätt' : 'tungt'} att läsa. Under {easy} är lätt.
        {hints.length === 0 && ' Inga tips om orden.'}
      </p>
      {hints.length > 0 && (
        <aside class="told" aria-label={tipsLabel}>
          <OnlyTips />
          <Hints hints={hints} />
        </aside>
      )}
    </>
  )
}
