import { Objections, ObjectLink } from '#modules/objections'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import type { SealedText } from '#shared/sealed.ts'
import { AreaName } from '#ui/area.tsx'
import { Buttons, Conflict, ErrorSummary, Form, saidBeside, type Texts } from '#ui/form.tsx'
import { Actions, BackLink, Facts, Intro, LinkButton, Section } from '#ui/parts.tsx'
import { MoreWords, questionFor, WordsFields } from '../add-statement/words.parts.tsx'
import { Drawn, labelOf, readersText } from '../wheel.parts.tsx'
import { obtainedNames, type Words } from '../wheel.ts'
import type { StatementView } from './change-statement.ts'

export function StatementPage(props: StatementView & FormState) {
  const { child, said, adults, changes, isUnread, viewer, errors, conflict } = props
  const { words, speaker } = said
  const typed: Texts = props.typed ?? textsOf(words)
  const back = `${paths.wheel.show.to({ childId: child.id })}#hjulet-${said.area}`
  const question = questionFor(said.area, speaker.voice === 'child' ? 'child' : 'adult', said.wording)
  return (
    <>
      <BackLink href={back}>Hjulet</BackLink>
      <Intro
        kicker={<AreaName area={said.area} />}
        title={nameOf(child.person)}
        lead={`${labelOf(said, child, adults)} berättar.`}
      />
      {conflict && <Conflict mine={<Written typed={typed} />} theirs={<Written typed={textsOf(words)} />} />}
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          ['Frågan', question?.opening],
          ['När', dayWithYear(said.saidOn)],
          ['Hur det kom fram', said.obtained && obtainedNames[said.obtained]],
          ['Skrivet av', speaker.personId !== said.authorId && said.writer],
          ['Får läsas av', speaker.voice === 'child' && readersText[said.readers]],
          ...(changes ? [] : wordFacts(words)),
        ]}
      />
      <Drawn {...words} />
      <Objections child={child} objections={props.objections} />
      {props.objects && <ObjectLink childId={child.id} thingId={said.itemId} />}
      {props.opens && (
        <Actions>
          <LinkButton href={`${paths.sharing.open.to({ childId: child.id })}?vad=${said.itemId}`} secondary>
            {said.version > 1 ? 'Visa den här texten för någon' : 'Visa för någon'}
          </LinkButton>
        </Actions>
      )}
      {isUnread && (
        <Form
          viewer={viewer}
          action={paths.wheel.statementRead.to({ childId: child.id, itemId: said.itemId })}
        >
          <Buttons primary="Jag har läst" />
        </Form>
      )}
      {changes && speaker.voice === 'child' && (
        <p>
          <a href={paths.wheel.readers.to({ childId: child.id, itemId: said.itemId })}>
            Ändra vem som får läsa
          </a>
        </p>
      )}
      {changes && (
        <Section
          id="andra"
          title="Ändra det som står"
          lead="Det som stod förut finns kvar som en tidigare version."
        >
          <Form viewer={viewer} guard hidden={{ version: String(said.version) }}>
            <WordsFields
              question={question}
              reads={speaker.voice === 'child' ? saidBeside : 'dem som läser det nu'}
              {...{ typed, errors }}
            />
            <MoreWords for={props.by === 'family' ? 'own' : 'change'} {...{ typed, errors }} />
            <Buttons primary="Spara" cancel={{ href: back }} />
          </Form>
        </Section>
      )}
    </>
  )
}

const labels = {
  working: 'Det som fungerar',
  challenging: 'Det som är utmanande',
  quote: 'Med egna ord',
  tried: 'Vad har prövats, och vad hjälpte?',
  context: 'Hur det var när det sades',
} as const satisfies Record<Exclude<keyof Words, 'drawing'>, string>
const fields = Object.keys(labels) as (keyof typeof labels)[]

const shown = (text: SealedText | undefined) => text && <span class="prewrap">{text.reveal()}</span>
const wordFacts = (words: Words) => fields.map((name) => [labels[name], shown(words[name])] as const)

const textsOf = (words: Words): Texts =>
  Object.fromEntries(fields.map((name) => [name, words[name]?.reveal()]))

/** Only the words, to be read beside each other. */
const Written = ({ typed }: { typed: Texts }) => (
  <Facts items={fields.map((name) => [labels[name], String(typed[name] ?? '') || undefined] as const)} />
)
