import { ageText } from '#modules/children'
import { emergencyGrounds, guidance } from '#modules/knowledge'
import { swedishClock } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf, nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, TextArea, TextField, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import {
  Actions,
  Guidance,
  Intro,
  Lines,
  LinkButton,
  Note,
  PersonList,
  Section,
  TwoColumns,
} from '#ui/parts.tsx'
import { Contacts, GoalsAndActions } from '../plan.parts.tsx'
import { ofKind } from '../plan.ts'
import type { Lead } from '../plan-store.ts'
import type { EmergencyPlan } from './break-glass.ts'

type AskProps = { viewer: Viewer; submission: string; typed?: Texts; errors?: Texts }

/** Number, ground and reason at once: nothing is told before. */
export function BreakGlassPage({ viewer, submission, typed = {}, errors = {} }: AskProps) {
  return (
    <TwoColumns asideLabel="Om någon är i fara" aside={<Before />}>
      <Intro
        kicker="Nödläge"
        title="Se ett barns plan i en nödsituation"
        lead="För dig som inte arbetar med barnet, när någon är i fara och det inte kan vänta."
      />
      <ErrorSummary errors={errors} />
      <Lines
        items={[
          'Du ser vad man gör, vem man ringer och vem som ansvarar. Du ser det i 60 minuter och kan inte ändra något.',
          'Den som granskar på din arbetsplats får veta det direkt och läser varför.',
          'Familjen får veta det sedan, om det är tryggt för barnet.',
        ]}
      />
      <Form viewer={viewer} guard hidden={{ submission }}>
        <TextField
          name="number"
          fact
          label="Barnets personnummer"
          description="Alla tolv siffror."
          width="m"
          {...{ typed, errors }}
        />
        <Choices
          name="ground"
          label="Varför kan det inte vänta?"
          options={emergencyGrounds.map(({ code, sv }) => ({ value: code, label: sv }))}
          {...{ typed, errors }}
        />
        <TextArea
          name="why"
          label="Vad har hänt?"
          description="En mening räcker. Skriv inte mer om barnet än du måste."
          reads="den som granskar på din arbetsplats"
          {...{ typed, errors }}
        />
        <Buttons primary="Visa planen" cancel={{ href: paths.tasks.to({}) }} />
      </Form>
    </TwoColumns>
  )
}

const Before = () => (
  <>
    <Danger />
    <Guidance sentences={guidance('emergency').sentences} />
  </>
)

const Danger = () => (
  <Note title="Fara just nu">
    <p>
      Ring <a href="tel:112">112</a>.
    </p>
    <p>
      Tror du att ett barn far illa? <a href={paths.concern.to({})}>Så når du socialtjänsten</a>. Det behöver
      inget ja från någon.
    </p>
  </Note>
)

/** The same words whatever the reason that there is nothing to show. */
export const NothingPage = () => (
  <TwoColumns asideLabel="Om någon är i fara" aside={<Danger />}>
    <Intro
      kicker="Nödläge"
      title="Det finns ingen plan att visa"
      lead="Det du skrev är sparat, och den som granskar på din arbetsplats får veta att du frågade."
    />
    <p>
      Kontrollera att numret är rätt. Ring annars socialtjänsten i barnets kommun, också kvällar och helger.
    </p>
    <Actions>
      <LinkButton href={paths.concern.to({})}>Så når du socialtjänsten</LinkButton>
      <a href={paths.emergency.ask.to({})}>Fråga igen</a>
    </Actions>
  </TwoColumns>
)

const personOf = ({ unitName, name, title, phone }: Lead, role: string) => ({
  place: role,
  who: `${name}, ${title}, ${unitName}`,
  phone,
})

/** What helps at once comes first. */
export function EmergencyPlanPage({ child, until, parts, leads, today }: EmergencyPlan) {
  const called = callOf(child.person)
  const worse = ofKind(parts, 'if_worse')
  const { bba, collaboration } = leads
  const age = ageText(child, today)
  return (
    <TwoColumns asideLabel="Om någon är i fara" aside={<Danger />}>
      <Intro
        kicker={`Barnets plan, öppen för dig till klockan ${swedishClock(until)}`}
        title={nameOf(child.person)}
        lead={`${age ? `${age}. ` : ''}Du ser det som behövs just nu. Du kan inte ändra något.`}
      />
      {worse.length > 0 && (
        <Section id="svarare" title="Om det blir svårare">
          {worse.map(({ body }) => (
            <p class="prewrap">{body.text.reveal()}</p>
          ))}
        </Section>
      )}
      <Section id="ansvarar" title="Vem som ansvarar">
        <PersonList
          people={[
            ...(bba ? [personOf(bba, 'Barnets bästa-ansvarig')] : []),
            ...(collaboration && collaboration.engagementId !== bba?.engagementId
              ? [personOf(collaboration, 'Samverkansansvarig')]
              : []),
          ]}
        />
      </Section>
      <Section id="kontakt" title="En kontakt på varje ställe">
        <Contacts parts={parts} />
      </Section>
      <Section id="mal" title="Det här görs">
        <GoalsAndActions {...{ parts, helped: [], today, called, kept: new Map() }} />
      </Section>
    </TwoColumns>
  )
}
