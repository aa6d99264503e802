import { Objections, ObjectLink } from '#modules/objections'
import { dayWithYear } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { AreaName } from '#ui/area.tsx'
import { Buttons, Conflict, ErrorSummary, Form, saidBeside, type Texts } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { Actions, BackLink, Facts, Intro, LinkButton, Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { MoreWords, questionFor, WordsFields } from '../add-statement/words.parts.tsx'
import { AsTold } from '../picked.parts.tsx'
import { Drawn, labelOf, readersText } from '../wheel.parts.tsx'
import { obtainedNames, type Words } from '../wheel.ts'
import type { Spoken } from '../wheel-store.ts'
import type { StatementView } from './change-statement.ts'

export function StatementPage(props: StatementView & FormState) {
  const { child, said, adults, changes, isUnread, viewer, errors, conflict } = props
  const { words, speaker } = said
  const typed: Texts = props.typed ?? textsOf(words)
  const back = `${paths.wheel.show.to({ childId: child.id })}#hjulet-${said.area}`
  const question = questionFor(said.area, speaker.voice === 'child' ? 'child' : 'adult', said.wording)
  return (
    <>
      <BackLink href={back}>{say('Hjulet')}</BackLink>
      <Intro
        kicker={<AreaName area={said.area} />}
        title={nameOf(child.person)}
        lead={say('{who} berättar.', { who: labelOf(said, child, adults) })}
      />
      {conflict && <Conflict mine={<Written typed={typed} />} theirs={<Written typed={textsOf(words)} />} />}
      <ErrorSummary errors={errors} />
      <Facts
        items={[
          [say('Frågan'), question && say(question.opening)],
          [say('När'), dayWithYear(said.saidOn)],
          [say('Hur det kom fram'), said.obtained && say(obtainedNames[said.obtained])],
          [say('Skrivet av'), speaker.personId !== said.authorId && said.writer],
          [say('Får läsas av'), speaker.voice === 'child' && say(readersText[said.readers])],
          ...(changes ? [] : wordFacts(said)),
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
            {say('Ändra vem som får läsa')}
          </a>
        </p>
      )}
      {changes && (
        <Section
          id="andra"
          title={say('Ändra det som står')}
          lead={say('Det som stod förut finns kvar som en tidigare version.')}
        >
          <Form viewer={viewer} guard hidden={{ version: String(said.version) }}>
            <WordsFields
              question={question}
              reads={speaker.voice === 'child' ? saidBeside : say('dem som läser det nu')}
              {...{ typed, errors }}
            />
            <MoreWords for={props.by === 'family' ? 'own' : 'change'} {...{ typed, errors }} />
            <Buttons primary={say('Spara')} cancel={{ href: back }} />
          </Form>
        </Section>
      )}
    </>
  )
}

const labels = {
  working: message('Det som fungerar'),
  challenging: message('Det som är utmanande'),
  quote: message('Med egna ord'),
  tried: message('Vad har prövats, och vad hjälpte?'),
  context: message('Hur det var när det sades'),
} as const satisfies Record<Exclude<keyof Words, 'drawing'>, string>
const fields = Object.keys(labels) as (keyof typeof labels)[]

const shown = (said: Spoken, name: keyof typeof labels) =>
  said.words[name] && (
    <span class="prewrap">
      <AsTold {...{ said, name }} />
    </span>
  )
const wordFacts = (said: Spoken) => fields.map((name) => [say(labels[name]), shown(said, name)] as const)

const textsOf = (words: Words): Texts =>
  Object.fromEntries(fields.map((name) => [name, words[name]?.reveal()]))

/** Only the words, to be read beside each other. */
const Written = ({ typed }: { typed: Texts }) => (
  <Facts items={fields.map((name) => [say(labels[name]), String(typed[name] ?? '') || undefined] as const)} />
)
