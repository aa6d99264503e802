import type { Responsible } from '#modules/responsibility'
import { Choices, saidBeside, TextArea, type Texts } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import { say } from '#ui/say.tsx'
import type { ChildsWishes } from '../meeting.ts'

type Part = { forOther: boolean; typed: Texts; errors: Texts | undefined }

export const Coming = ({ forOther, ...field }: Part) => (
  <Choices
    name="answer"
    label={forOther ? 'Vad är svaret?' : say('Kommer du?')}
    options={[
      { value: 'coming', label: forOther ? 'Kommer' : say('Ja, jag kommer') },
      { value: 'not_coming', label: forOther ? 'Kommer inte' : say('Nej, jag kommer inte') },
      {
        value: 'sends_words',
        label: forOther ? 'Kommer inte, men skickar några ord' : say('Nej, men jag skickar några ord'),
      },
    ]}
    {...field}
  />
)

/** A child can be there in more ways than to come or not. */
export const HowToCome = ({ forOther, name, ...field }: Part & { name: string }) => (
  <Choices
    name="answer"
    label={forOther ? `Hur vill ${name} vara med?` : say('Hur vill du vara med?')}
    options={[
      { value: 'coming', label: say('Hela mötet') },
      { value: 'part', label: say(wayNames.part) },
      { value: 'link', label: say(wayNames.link) },
      {
        value: 'sends_words',
        label: forOther ? 'Någon annan läser upp orden' : say('Läs upp det jag skriver'),
      },
      { value: 'not_coming', label: say('Inte alls') },
    ]}
    {...field}
  />
)

export const wayNames = { part: message('En stund'), link: message('På länk') } as const

type WishName = Exclude<keyof ChildsWishes, 'way'>
export const wishFields: readonly { name: WishName; asked: string; told: string }[] = [
  { name: 'avoid', asked: message('Vad vill du inte prata om?'), told: 'Vill inte prata om' },
  { name: 'wants', asked: message('Vem vill du ha med på mötet?'), told: 'Vill ha med' },
  { name: 'doesNotWant', asked: message('Vem vill du inte ha med?'), told: 'Vill inte ha med' },
  { name: 'support', asked: message('Vem ska vara ditt stöd?'), told: 'Vill ha som stöd' },
]

type WishesProps = Part & { name: string; lead: Responsible | undefined }

/** For those who carry the matter, whoever may read the rest: said before anything is written. */
export function ChildsWishesFields({ forOther, name, lead, ...field }: WishesProps) {
  const reader = lead?.name ?? say('Barnets bästa-ansvarig')
  return (
    <fieldset class="ds-fieldset">
      <legend>
        {forOther ? `Det här har ${name} sagt till er` : say('Det här säger vi inte till de andra')}
      </legend>
      <p data-field="description">
        {forOther
          ? 'De andra på mötet läser det inte.'
          : lead
            ? say('Bara {name} och de som hjälper dig på {unit} läser det. Det syns inte här sen.', {
                name: reader,
                unit: lead.unitName,
              })
            : say('Bara {name} och de som hjälper dig läser det. Det syns inte här sen.', { name: reader })}
      </p>
      {wishFields.map((wish) => (
        <TextArea
          name={wish.name}
          label={forOther ? wish.told : say(wish.asked)}
          rows={1}
          optional
          reads={saidBeside}
          {...field}
        />
      ))}
    </fieldset>
  )
}
