import type { Day } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import type { Action, Change, Contact, Part } from './plan.ts'
import { datesText } from './plan.ts'
import type { stateWords } from './plan-words.ts'

/** What has changed, in sentences. */
export const changeSentences = (changes: readonly Change[], today: Day): string[] =>
  changes.flatMap((change) =>
    change.kind === 'changed'
      ? changed(change.before, change.part, today)
      : [change.kind === 'added' ? added(change.part) : gone(change.part)],
  )

const quoted = (text: SealedText) => `”${text.reveal()}”`

export const contactName = ({ person, body }: Contact): string =>
  body.who ? body.who.reveal() : person ? `${person.name}, ${person.title}` : ''

function added(part: Part): string {
  switch (part.kind) {
    case 'goal':
      return `Ett nytt mål: ${quoted(part.body.words)}`
    case 'action':
      return `Nytt i planen: ${quoted(part.body.what)}`
    case 'contact':
      return `${contactName(part)}, är kontakt på ${part.unit.name}.`
    case 'reference':
      return `Planen hänvisar till ${quoted(part.body.what)}.`
    case 'if_worse':
      return 'Nu står det i planen vad ni gör om det blir svårare.'
  }
}

function gone(part: Part): string {
  switch (part.kind) {
    case 'goal':
      return `Målet ${quoted(part.body.words)} är avslutat.`
    case 'action':
      return `${quoted(part.body.what)} finns inte längre i planen.`
    case 'contact':
      return `${part.unit.name} har ingen kontakt i planen längre.`
    case 'reference':
      return `Hänvisningen till ${quoted(part.body.what)} är borttagen.`
    case 'if_worse':
      return 'Det som stod under ”Om det blir svårare” är borttaget.'
  }
}

function changed(before: Part, part: Part, today: Day): string[] {
  if (part.kind === 'action' && before.kind === 'action') return changedAction(before, part, today)
  switch (part.kind) {
    case 'goal':
      return [`Målet ${quoted(part.body.words)} har ändrats.`]
    case 'contact':
      return [`${contactName(part)}, är ny kontakt på ${part.unit.name}.`]
    case 'reference':
      return [`Hänvisningen till ${quoted(part.body.what)} har ändrats.`]
    default:
      return ['Det har ändrats vad ni gör om det blir svårare.']
  }
}

const becomes = {
  later: 'börjar senare',
  ongoing: 'pågår',
  done: 'är klar',
  not_done: 'blev inte av',
  no_longer_needed: 'behövs inte längre',
} as const satisfies Record<keyof typeof stateWords, string>

function changedAction(before: Action, part: Action, today: Day): string[] {
  const name = quoted(part.body.what)
  const says = (action: Action) =>
    [action.body.when?.reveal(), datesText(action, today)].filter(Boolean).join(', ')
  const sentences = [
    part.state !== before.state && `${name} ${becomes[part.state]}.`,
    says(part) !== says(before) && `${name} har en ny tid: ${says(part)}.`,
    part.body.who.reveal() !== before.body.who.reveal() && `${name} görs nu av ${part.body.who.reveal()}.`,
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0 ? sentences : [`${name} har en ny lydelse.`]
}
