import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Conflict, DateField, ErrorSummary, Form } from '#ui/form.tsx'
import { BackLink, Intro } from '#ui/parts.tsx'
import { CustodyChoices, NameFields, SealedNote } from '../named.parts.tsx'
import type { BirthForm } from './birth.ts'

/** The unborn child gets its name and day, and everything goes on. */
export function BirthPage(props: BirthForm & FormState) {
  const { child, expecting, isProtected, viewer, submission, typed = {}, errors = {}, conflict } = props
  const back = paths.particulars.show.to({ childId: child.id })
  return (
    <>
      <BackLink href={back}>{nameOf(child.person)}</BackLink>
      <Intro
        kicker="Barnet är fött"
        title={nameOf(child.person)}
        lead="Allt som är skrivet följer med. Numret skriver ni sedan, när det finns."
      />
      {conflict && (
        <Conflict
          mine={[typed['givenName'], typed['familyName'], typed['bornOn']].join(' ')}
          theirs={[
            nameOf(child.person),
            child.identity ? 'är redan fött här' : `född ${dayWithYear(child.bornOn ?? '')}`,
          ].join(', ')}
        >
          Det du skrev är inte sparat.
        </Conflict>
      )}
      {isProtected && <SealedNote />}
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard={!isProtected} hidden={{ submission }}>
        <NameFields {...{ child, typed, errors }} />
        <DateField name="bornOn" label="Vilken dag föddes barnet?" {...{ typed, errors }} />
        <CustodyChoices
          guardians={expecting}
          description="Den du inte väljer ser inget här längre."
          {...{ typed, errors }}
        />
        <Buttons primary="Spara" cancel={{ href: back }} />
      </Form>
      {!isProtected && (
        <p class="soft">
          Har barnet eller någon i familjen skyddade personuppgifter?{' '}
          <a href={paths.shield.show.to({ childId: child.id })}>Skriv det först.</a>
        </p>
      )}
      <p class="soft">Föddes det fler barn skriver du upp dem sedan, ett i taget.</p>
    </>
  )
}
