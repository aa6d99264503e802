import { fullName } from '#modules/family'
import { partFor } from '#modules/sharing'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, type Texts } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { PaperLanguage } from '#ui/paper-language.tsx'
import { BackLink, Empty, Intro, Lines, Note, Section } from '#ui/parts.tsx'
import { listed, say } from '#ui/say.tsx'
import type { FormProps } from '../form-routes.tsx'
import { forChild } from '../print/print-plan.ts'
import { partyField } from './parties.form.ts'
import type { PartiesForm } from './parties.ts'

const partWords = {
  whole: message('Läser hela planen'),
  own: message('Läser bara sin egen del'),
} as const

export function PartiesPage({ known, parties, leads, choice, guardians, ...props }: PartiesForm & FormProps) {
  const { viewer, submission, errors, conflict } = props
  const { child, standing } = known
  const to = { childId: child.id }
  const chosen = parties.map(({ unitId, part, secrecyKind }) => [
    partyField(unitId),
    part ?? partFor(secrecyKind),
  ])
  const typed: Texts = props.typed ?? Object.fromEntries(chosen)
  const lead =
    choice === 'any'
      ? 'Familjen väljer för varje ställe: hela planen, eller bara det stället själv gör.'
      : say('Här står vilka som hjälps åt runt {name}, och hur mycket de läser.', {
          name: callOf(child.person),
        })
  return (
    <>
      <BackLink href={paths.plan.show.to(to)}>{say('Barnets plan')}</BackLink>
      <Intro kicker={say('Vilka som är med')} title={nameOf(child.person)} lead={lead} />
      {conflict && (
        <Note title={say('Det gick inte att ändra')}>
          <p>{say('Samtycket har ändrats medan du skrev. Se hur det står nu, och välj igen.')}</p>
        </Note>
      )}
      <ErrorSummary errors={errors} />
      {parties.length === 0 && <Empty>{say('Inget annat ställe är med än.')}</Empty>}
      {choice === 'none' && (
        <Lines
          items={parties.map(
            ({ name, part }) => `${name}: ${part ? say(partWords[part]).toLowerCase() : ''}`,
          )}
        />
      )}
      {choice !== 'none' && parties.length > 0 && (
        <Form viewer={viewer} hidden={{ submission }}>
          {parties.map(({ unitId, name, part, contact, grantId }) => (
            <Section id={`stalle-${unitId}`} title={name}>
              {contact && (
                <p class="soft">{say('Kontakt: {who}', { who: listed([contact.name, contact.title]) })}</p>
              )}
              {!grantId && <p class="soft">Alla har sagt ja, men de kan inte läsa något än.</p>}
              {choice === 'less' && part === 'own' ? (
                <p>{say(partWords.own)}</p>
              ) : (
                <Choices
                  name={partyField(unitId)}
                  label={say('Hur mycket läser {unit}?', { unit: name })}
                  options={[
                    { value: 'whole', label: say('Hela planen') },
                    {
                      value: 'own',
                      label: say('Bara sin egen del'),
                      hint: say('Det de själva gör, dagar, och vem de ringer.'),
                    },
                  ]}
                  {...{ typed, errors }}
                />
              )}
            </Section>
          ))}
          <Buttons primary={say('Spara')} cancel={{ href: paths.plan.show.to(to) }} />
        </Form>
      )}
      {choice === 'less' && leads.bba && (
        <Note title={say('Vill ni att någon ska läsa mer, eller att någon ny ska vara med?')}>
          <p>{say('Prata med {name}. Det är ni i familjen som säger ja.', { name: leads.bba.name })}</p>
        </Note>
      )}
      {choice === 'any' && (
        <p class="solo">
          <a href={paths.sharing.consents.to(to)}>Samtycken</a>
        </p>
      )}
      {choice === 'any' && (
        <Section
          id="skriv-ut"
          title="Skriv ut för någon"
          lead="Pappret visar bara det som den personen får läsa."
        >
          <Form method="get" action={paths.plan.pdf.to(to)}>
            <Choices
              name="for"
              label="Vem i familjen ska ha pappret?"
              options={[
                ...guardians.map((one) => ({ value: one.personId ?? '', label: fullName(one) })),
                { value: forChild, label: callOf(child.person) },
              ]}
              typed={{ for: guardians[0]?.personId ?? forChild }}
              errors={{}}
            />
            <PaperLanguage />
            <Buttons primary="Skriv ut planen" />
          </Form>
          <Lines
            items={parties.map(({ unitId, name }) => (
              <a href={`${paths.plan.pdf.to(to)}?for=${unitId}`}>{name}, bara den egna delen</a>
            ))}
          />
        </Section>
      )}
      {standing.relation !== 'party' && leads.bba && (
        <Section id="alltid" title={say('Läser alltid hela planen')}>
          <p>{say('Familjen och {unit}.', { unit: leads.bba.unitName })}</p>
        </Section>
      )}
    </>
  )
}
