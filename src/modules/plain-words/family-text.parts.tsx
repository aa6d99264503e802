import { type Reads, TextArea } from '#ui/form.tsx'
import { Lines } from '#ui/parts.tsx'
import { first, type Texts } from '#ui/texts.ts'
import { hintsIn } from './hints.ts'

type Props = Parameters<typeof TextArea>[0] & { reads: Reads; typed?: Texts | undefined }

/** Several lines that a family will read. What stands there already comes with what could be said more plainly. */
export const FamilyText = (field: Props) => (
  <>
    <TextArea {...field} />
    <Hints name={field.name} text={first(field.typed, field.name) ?? ''} />
  </>
)

function Hints({ name, text }: { name: string; text: string }) {
  const hints = hintsIn(text)
  if (hints.length === 0) return null
  return (
    <aside class="told" id={`${name}-tips`} aria-label="Så kan familjen läsa det">
      <p>
        <b>Så kan familjen läsa det</b> Bara förslag: du väljer, och det går att spara som det är.
      </p>
      <Lines
        items={hints.map(({ found, say }) => (
          <>
            <b>{found}</b> {say}
          </>
        ))}
      />
    </aside>
  )
}
