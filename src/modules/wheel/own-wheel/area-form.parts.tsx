import { areaNames, childsOther, childsPictures, TalkNow, type WheelArea } from '#modules/knowledge'
import { dayInWords } from '#shared/dates.ts'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { AreaBadge } from '#ui/area.tsx'
import { DrawField } from '#ui/drawing.tsx'
import { Buttons, Choices, ErrorSummary, Form, saidBeside, TextArea, type Texts } from '#ui/form.tsx'
import { BackLink, Intro, Listen } from '#ui/parts.tsx'
import { Pictogram } from '#ui/pictograms.tsx'
import { say } from '#ui/say.tsx'
import { questionFor } from '../add-statement/words.parts.tsx'
import { OwnReaders } from '../own-readers.parts.tsx'
import type { OwnWheel } from './own-wheel.ts'

type Props = OwnWheel & FormState & { area: WheelArea }
const others = () =>
  (['dont_know', 'wont_say'] as const).map((value) => ({
    name: 'other',
    value,
    label: say(childsOther[value]),
  }))

/** One area: what is good, what is hard, a drawing, and who may read. Everything may be left out. */
export function AreaForm({
  child,
  lead,
  beside,
  readOn,
  area,
  viewer,
  submission,
  errors,
  typed = {},
}: Props) {
  const question = questionFor(area, 'child')
  const back = paths.wheel.own.to({ childId: child.id })
  const fields = { area, typed, errors }
  return (
    <div data-area={area}>
      <BackLink href={back}>{say('Mitt hjul')}</BackLink>
      <div id="fraga">
        <Intro
          kicker={<AreaBadge area={area} />}
          title={say(areaNames.names[area])}
          lead={question && say(question.opening)}
        >
          <Listen part="fraga" what={say('frågan')} />
        </Intro>
      </div>
      <ErrorSummary errors={errors} />
      <Form viewer={viewer} hidden={{ submission, area }}>
        <Pick kind="good" legend={say('Det som är bra')} {...fields} />
        <TextArea
          name="working"
          label={say('Skriv själv')}
          rows={2}
          optional
          reads={saidBeside}
          {...fields}
        />
        <Pick kind="hard" legend={say('Det som är jobbigt')} {...fields} />
        <TextArea
          name="challenging"
          label={say('Skriv själv')}
          rows={2}
          optional
          reads={saidBeside}
          {...fields}
        />
        <DrawField
          name="drawing"
          label={say('Rita, om du vill')}
          description={say('Rita med fingret eller musen. Det går lika bra att skriva.')}
          {...fields}
        />
        <OwnReaders lead={lead} beside={beside} {...fields} />
        {beside && (
          <p class="soft">
            {say('Är något farligt för dig kan {name} behöva be om hjälp. Då säger {name} det till dig.', {
              name: beside,
            })}
          </p>
        )}
        <p class="soft">
          {beside
            ? say('Det läses senast {day}.', { day: dayInWords(readOn) })
            : say('{name} läser det senast {day}.', { name: lead.name, day: dayInWords(readOn) })}{' '}
        </p>
        <Buttons primary={say('Spara')} others={others()} />
      </Form>
      <TalkNow read={undefined} />
    </div>
  )
}

type PickProps = {
  kind: 'good' | 'hard'
  legend: string
  area: WheelArea
  typed: Texts
  errors: Texts | undefined
}

/** Pictures to pick, any number, each with its words. */
const Pick = ({ kind, legend, area, typed, errors }: PickProps) => (
  <div class="picks">
    <Choices
      name={kind}
      type="checkbox"
      label={legend}
      pairs
      options={childsPictures.areas[area].map((one) => ({
        value: one.picture,
        label: (
          <>
            <Pictogram name={one.picture} />
            {say(one[kind])}
          </>
        ),
      }))}
      {...{ typed, errors }}
    />
  </div>
)
