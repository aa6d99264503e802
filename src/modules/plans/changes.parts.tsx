import type { Day } from '#shared/dates.ts'
import type { SealedText } from '#shared/sealed.ts'
import { message } from '#ui/message.ts'
import { listed, say } from '#ui/say.tsx'
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
  body.who ? body.who.reveal() : person ? listed([person.name, person.title]) : ''

function added(part: Part): string {
  switch (part.kind) {
    case 'goal':
      return say('Ett nytt mål: {what}', { what: quoted(part.body.words) })
    case 'action':
      return say('Nytt i planen: {what}', { what: quoted(part.body.what) })
    case 'contact':
      return say('{who}, är kontakt på {unit}.', { who: contactName(part), unit: part.unit.name })
    case 'reference':
      return say('Planen hänvisar till {what}.', { what: quoted(part.body.what) })
    case 'if_worse':
      return say('Nu står det i planen vad ni gör om det blir svårare.')
  }
}

function gone(part: Part): string {
  switch (part.kind) {
    case 'goal':
      return say('Målet {what} är avslutat.', { what: quoted(part.body.words) })
    case 'action':
      return say('{what} finns inte längre i planen.', { what: quoted(part.body.what) })
    case 'contact':
      return say('{unit} har ingen kontakt i planen längre.', { unit: part.unit.name })
    case 'reference':
      return say('Hänvisningen till {what} är borttagen.', { what: quoted(part.body.what) })
    case 'if_worse':
      return say('Det som stod under ”Om det blir svårare” är borttaget.')
  }
}

function changed(before: Part, part: Part, today: Day): string[] {
  if (part.kind === 'action' && before.kind === 'action') return changedAction(before, part, today)
  switch (part.kind) {
    case 'goal':
      return [say('Målet {what} har ändrats.', { what: quoted(part.body.words) })]
    case 'contact':
      return [say('{who}, är ny kontakt på {unit}.', { who: contactName(part), unit: part.unit.name })]
    case 'reference':
      return [say('Hänvisningen till {what} har ändrats.', { what: quoted(part.body.what) })]
    default:
      return [say('Det har ändrats vad ni gör om det blir svårare.')]
  }
}

const becomes = {
  later: message('{what} börjar senare.'),
  ongoing: message('{what} pågår.'),
  done: message('{what} är klar.'),
  not_done: message('{what} blev inte av.'),
  no_longer_needed: message('{what} behövs inte längre.'),
} as const satisfies Record<keyof typeof stateWords, string>

function changedAction(before: Action, part: Action, today: Day): string[] {
  const what = quoted(part.body.what)
  const says = (action: Action) =>
    listed([action.body.when?.reveal() ?? '', datesText(action, today)].filter(Boolean))
  const sentences = [
    part.state !== before.state && say(becomes[part.state], { what }),
    says(part) !== says(before) && say('{what} har en ny tid: {when}.', { what, when: says(part) }),
    part.body.who.reveal() !== before.body.who.reveal() &&
      say('{what} görs nu av {who}.', { what, who: part.body.who.reveal() }),
  ].filter((sentence) => sentence !== false)
  return sentences.length > 0 ? sentences : [say('{what} har en ny lydelse.', { what })]
}
