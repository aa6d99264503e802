import type { Responsible } from '#modules/responsibility'
import { Choices, saidBeside, TextArea, type Texts } from '#ui/form.tsx'
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
    label={forOther ? `Hur vill ${name} vara med?` : 'Hur vill du vara med?'}
    options={[
      { value: 'coming', label: 'Hela mötet' },
      { value: 'part', label: wayNames.part },
      { value: 'link', label: wayNames.link },
      { value: 'sends_words', label: forOther ? 'Någon annan läser upp orden' : 'Läs upp det jag skriver' },
      { value: 'not_coming', label: 'Inte alls' },
    ]}
    {...field}
  />
)

export const wayNames = { part: 'En stund', link: 'På länk' } as const

type WishName = Exclude<keyof ChildsWishes, 'way'>
export const wishFields: readonly { name: WishName; asked: string; told: string }[] = [
  { name: 'avoid', asked: 'Vad vill du inte prata om?', told: 'Vill inte prata om' },
  { name: 'wants', asked: 'Vem vill du ha med på mötet?', told: 'Vill ha med' },
  { name: 'doesNotWant', asked: 'Vem vill du inte ha med?', told: 'Vill inte ha med' },
  { name: 'support', asked: 'Vem ska vara ditt stöd?', told: 'Vill ha som stöd' },
]

type WishesProps = Part & { name: string; lead: Responsible | undefined }

/** For those who carry the matter, whoever may read the rest: said before anything is written. */
export function ChildsWishesFields({ forOther, name, lead, ...field }: WishesProps) {
  const unit = lead ? ` på ${lead.unitName}` : ''
  const reader = lead?.name ?? 'Barnets bästa-ansvarig'
  return (
    <fieldset class="ds-fieldset">
      <legend>{forOther ? `Det här har ${name} sagt till er` : 'Det här säger vi inte till de andra'}</legend>
      <p data-field="description">
        {forOther
          ? 'De andra på mötet läser det inte.'
          : `Bara ${reader} och de som hjälper dig${unit} läser det. Det syns inte här sen.`}
      </p>
      {wishFields.map((wish) => (
        <TextArea
          name={wish.name}
          label={forOther ? wish.told : wish.asked}
          rows={1}
          optional
          reads={saidBeside}
          {...field}
        />
      ))}
    </fieldset>
  )
}
