import { TalkNow } from '#modules/knowledge'
import { GroundFields } from '#modules/sharing'
import { paths } from '#shared/paths.ts'
import { nameOf } from '#shared/person.ts'
import { Buttons, Choices, ErrorSummary, Form, Select, TextArea, TextField, type Texts } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Intro, Note, TwoColumns } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { unreadWorkingDays } from '../noticing.ts'
import { More } from './more.parts.tsx'
import type { NoticeForm } from './notice.ts'

type Props = NoticeForm & { viewer: Viewer; submission: string; typed?: Texts; errors?: Texts }

export function NoticePage(props: Props) {
  const { known, asksSharing, grounds, municipalities, viewer, submission, typed = {}, errors = {} } = props
  return (
    <TwoColumns aside={<Reminder />} asideLabel={say('Om du tror att barnet far illa')}>
      <Intro
        kicker={say('Uppmärksamma')}
        title={known ? nameOf(known.child.person) : say('Uppmärksamma ett barn')}
        lead={say('En mening räcker. Resten är frivilligt. Det som går bra räknas också.')}
      />
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} guard hidden={{ submission }}>
        {!known && (
          <TextField
            name="who"
            reads={say('den som tar emot det du skriver')}
            label={say('Vilket barn gäller det?')}
            description={say('Namn, ungefärlig ålder och skola eller ort. Du behöver inget personnummer.')}
            {...{ typed, errors }}
          />
        )}
        {municipalities.length > 0 && (
          <Select
            name="where"
            label={say('Vilken kommun ska läsa det?')}
            description={say(
              'Välj där barnet går i skola eller förskola. Här visas aldrig var barnet finns.',
            )}
            empty={say('Välj')}
            options={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
            {...{ typed, errors }}
          />
        )}
        <TextArea
          name="sentence"
          label={say('Berätta med en mening')}
          description={say(
            'Skriv vad du har sett eller hört, inte vad du tror att det betyder. Skriv så att barnet och familjen kan läsa det.',
          )}
          reads={say('den som är Barnets bästa-ansvarig för barnet')}
          {...{ typed, errors }}
        />
        {asksSharing && <Sharing grounds={grounds} typed={typed} errors={errors} />}
        <More asksOther={props.asksOther} {...{ typed, errors }} />
        <Buttons primary={say('Skicka')} cancel={{ href: paths.start.to({}) }} />
      </Form>
      {viewer.isChild && (
        <TalkNow read={say('Det läses inom {days} vardagar.', { days: unreadWorkingDays })} />
      )}
    </TwoColumns>
  )
}

type Part = { typed: Texts; errors: Texts }

function Sharing({ grounds, typed, errors }: Part & Pick<NoticeForm, 'grounds'>) {
  return (
    <Choices
      name="sharing"
      label="Vet familjen att du berättar, och har den sagt ja?"
      description="Den som är Barnets bästa-ansvarig arbetar i en annan verksamhet. Därför behöver du svara."
      {...{ typed, errors }}
      options={[
        { value: 'family_says_yes', label: 'Ja, familjen vet och säger ja' },
        {
          value: 'ground',
          label: 'Nej, men en regel gör att jag får berätta',
          reveals: <GroundFields {...{ grounds, typed, errors }} />,
        },
        {
          value: 'without_name',
          label: 'Nej, jag frågar om råd utan att säga vem barnet är',
          hint: 'Det du skrev om vilket barn det gäller skickas inte. Skriv inget namn i din mening.',
        },
      ]}
    />
  )
}

/** Nobody is asked, and nothing is stored: the duty is each person's own. */
function Reminder() {
  return (
    <Note title={say('Tror du att barnet far illa?')}>
      <p>{say('Då gör du själv en orosanmälan, nu. Att skriva här räcker inte.')}</p>
      <p>
        <a href={paths.concern.to({})}>{say('Så når du socialtjänsten i barnets kommun')}</a>
        <br />
        {say('Fara just nu')}: <a href="tel:112">112</a>
      </p>
      <p>{say('Prata inte först med en vuxen som kan ha skadat barnet.')}</p>
      <p class="soft small">{say('Vi sparar inte om du läser det här.')}</p>
    </Note>
  )
}
