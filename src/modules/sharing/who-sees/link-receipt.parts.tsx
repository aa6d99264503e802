import { type Child, isGrownUp } from '#modules/children'
import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Receipt } from '#ui/parts.tsx'
import type { ToldLink } from '../link-told-store.ts'
import type { WhoSees } from './who-sees.ts'
import { groundText } from './who-sees-texts.ts'

type Props = WhoSees & { link: ToldLink; viewer: Viewer }

/** Somebody outside who has been given one question, what it says of the child, why and until when. */
export function LinkReceipt({ child, reader, link, viewer, today }: Props) {
  const self = reader === 'self'
  const takesBack = reader === 'guardian' || (self && isGrownUp(child, today))
  const name = linkName(link, child)
  return (
    <Receipt
      title={name}
      who="Har fått en länk till en fråga"
      items={[
        ['Får läsa', whatItSays(link, child, self)],
        ['Frågan kommer från', link.from],
        ['Därför får de', groundText(link.ground, self)],
        ['Sedan', dayAndMonth(link.since)],
        ['Gäller till och med', dayWithYear(link.lastDay)],
      ]}
    >
      {link.ground === 'samtycke' && takesBack && (
        <Form
          viewer={viewer}
          action={paths.sharing.takeLinkBack.to({ childId: child.id, itemId: link.itemId })}
        >
          <div class="actions no-print">
            <button class="ds-button" data-variant="secondary" type="submit">
              Ta tillbaka {self ? 'ditt' : 'ert'} ja<span class="sr"> för {name}</span>
            </button>
          </div>
        </Form>
      )}
    </Receipt>
  )
}

/** As whoever asked has written of them. */
export function linkName({ told }: ToldLink, child: Child): string {
  if (!told) return `En vuxen nära ${callOf(child.person)}`
  const relation = told.relation.reveal()
  return `${relation.charAt(0).toUpperCase()}${relation.slice(1)} (${told.name.reveal()})`
}

function whatItSays({ told }: ToldLink, child: Child, self: boolean): string {
  const call = callOf(child.person)
  const rest = `och inget mer om ${self ? 'dig' : call}`
  if (!told) return `En enda fråga, ${rest}`
  return told.named ? `En enda fråga med namnet ${call}, ${rest}` : `En enda fråga utan namn, ${rest}`
}
