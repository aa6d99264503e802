import { paths } from '#shared/paths.ts'
import type { SealedText } from '#shared/sealed.ts'
import { Note } from '#ui/parts.tsx'
import type { Child } from '../child.ts'

type Props = { child: Child; told?: boolean | undefined; protectedName?: SealedText | undefined }

/** The warning, for everybody who works with the child; the name for those who are told, when they ask. */
export function ProtectedNote({ child, told, protectedName }: Props) {
  if (child.person.kind !== 'protected') return null
  const childId = child.id
  return (
    <Note title="Skyddade personuppgifter">
      <p>
        Skriv eller säg aldrig var barnet eller familjen bor, går i skolan eller vistas. Lämna inte ut något
        på telefon.
      </p>
      {protectedName && (
        <p>
          Barnet heter <b>{protectedName.reveal()}</b>.
        </p>
      )}
      {told && !protectedName && (
        <p>
          <a href={`${paths.child.to({ childId })}?visa=namn`}>Visa namnet</a>
        </p>
      )}
      {told !== undefined && (
        <p>
          <a href={paths.shield.show.to({ childId })}>Vilka får veta vem och var?</a>
        </p>
      )}
    </Note>
  )
}
