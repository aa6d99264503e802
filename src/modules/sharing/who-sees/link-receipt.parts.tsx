import type { Child as Words } from 'hono/jsx'
import { type Child, isGrownUp } from '#modules/children'
import { dayAndMonth, dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { callOf } from '#shared/person.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Receipt } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
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
      who={say('Har fått en länk till en fråga')}
      items={[
        [say('Får läsa'), whatItSays(link, child, self)],
        [say('Frågan kommer från'), link.from],
        [say('Därför får de'), groundText(link.ground, self)],
        [say('Sedan'), dayAndMonth(link.since)],
        [say('Gäller till och med'), dayWithYear(link.lastDay)],
      ]}
    >
      {link.ground === 'samtycke' && takesBack && (
        <Form
          viewer={viewer}
          action={paths.sharing.takeLinkBack.to({ childId: child.id, itemId: link.itemId })}
        >
          <div class="actions no-print">
            <button class="ds-button" data-variant="secondary" type="submit">
              {self
                ? sayWith('Ta tillbaka ditt ja<hidden> för {name}</hidden>', { name, hidden })
                : sayWith('Ta tillbaka ert ja<hidden> för {name}</hidden>', { name, hidden })}
            </button>
          </div>
        </Form>
      )}
    </Receipt>
  )
}

const hidden = (words: Words) => <span class="sr">{words}</span>

/** As whoever asked has written of them. */
export function linkName({ told }: ToldLink, child: Child): string {
  if (!told) return say('En vuxen nära {person}', { person: callOf(child.person) })
  const relation = told.relation.reveal()
  return `${relation.charAt(0).toUpperCase()}${relation.slice(1)} (${told.name.reveal()})`
}

function whatItSays({ told }: ToldLink, child: Child, self: boolean): string {
  const name = callOf(child.person)
  const question = !told
    ? say('En enda fråga')
    : told.named
      ? say('En enda fråga med namnet {name}', { name })
      : say('En enda fråga utan namn')
  const nothingMore = self ? say('och inget mer om dig') : say('och inget mer om {name}', { name })
  return `${question}, ${nothingMore}`
}
