import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Buttons, Form } from '#ui/form.tsx'
import { BackLink, Intro, Lines, Note } from '#ui/parts.tsx'
import type { Viewer } from '#ui/viewer.ts'
import { besideMinutes, type HandOver } from './hand-over.ts'

/** What happens when the adult gives the device to the child. */
export function HandOverPage({ child, isTold, viewer }: HandOver & { viewer: Viewer }) {
  const name = callOf(child.person)
  const back = paths.child.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>Barnets sida</BackLink>
      <Intro
        kicker="Barnets läge"
        title={`Läs tillsammans med ${name}`}
        lead={`${name} läser sina egna sidor på din skärm, med dig bredvid.`}
      />
      {isTold ? (
        <>
          <Lines
            items={[
              `Bara sidorna som är till för ${name} går att öppna.`,
              'Du loggas ut. När ni är klara loggar du in igen och fortsätter ditt arbete.',
              `Det slutar av sig självt efter ${besideMinutes.idle} minuter utan att någon trycker, och senast efter en timme.`,
              `I loggen står att ${name} läste tillsammans med dig.`,
            ]}
          />
          <Form viewer={viewer}>
            <Buttons primary={`Lämna över till ${name}`} cancel={{ href: back }} />
          </Form>
        </>
      ) : (
        <Note title={`${name} behöver först få veta vad det här är`}>
          <p>Berätta vad Kronobarnsmodellen är, och skriv upp att ni har pratat. Då öppnas sidorna.</p>
          <p>
            <a href={paths.family.talk.to({ childId: child.id })}>Familjen</a>
          </p>
        </Note>
      )}
    </>
  )
}
