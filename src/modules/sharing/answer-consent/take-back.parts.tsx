import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import { Section } from '#ui/parts.tsx'
import { say } from '#ui/say.tsx'
import { answerOf, type Signer } from '../sheet.ts'
import type { OpenSheet } from './answer-consent.ts'

type Props = OpenSheet & { me: Signer; viewer: Viewer; submission: string }

/** One button for each yes, and one for all: it works at once and asks for no reason. */
export function TakeBack({ child, sheet, me, lead, viewer, submission }: Props) {
  const given = sheet.over ? [] : sheet.lines.filter((line) => answerOf(line, me)?.answer === 'yes')
  if (given.length === 0) return null
  const action = paths.sharing.takeBack.to({ childId: child.id, consentId: sheet.id })
  return (
    <Section
      id="ta-tillbaka"
      title={say('Ta tillbaka ditt ja')}
      lead={say('Det gäller direkt, och du behöver inte säga varför.')}
    >
      {lead && (
        <p class="soft">
          {say('Du kan också ringa {name}, {title} på {unit}.', {
            name: lead.name,
            title: lead.title,
            unit: lead.unitName,
          })}{' '}
          {lead.phone && <a href={`tel:${lead.phone.replace(/\D/g, '')}`}>{lead.phone}</a>}
        </p>
      )}
      <Form viewer={viewer} action={action} hidden={{ submission }}>
        <div class="actions">
          {given.map(({ unitId, name }) => (
            <button class="ds-button" data-variant="secondary" type="submit" name="unit" value={unitId}>
              {say('Ta tillbaka för {name}', { name })}
            </button>
          ))}
          {given.length > 1 && (
            <button class="ds-button" data-variant="secondary" type="submit" name="unit" value="all">
              {say('Ta tillbaka allt')}
            </button>
          )}
        </div>
      </Form>
    </Section>
  )
}
