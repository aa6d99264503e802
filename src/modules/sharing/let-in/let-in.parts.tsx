import { paths } from '#shared/paths.ts'
import { Choices, Form, Select } from '#ui/form.tsx'
import type { OverviewProps } from '../consents/consents.page.tsx'
import type { LeadsView } from '../consents/consents.ts'
import { type PartyUnit, partFor } from '../sharing.ts'

type Props = OverviewProps & { leads: LeadsView; party: PartyUnit; consentId: string }

/** One press lets the unit in: the smallest part that helps and its usual contact are chosen already. */
export function LetInForm({ child, leads, party, consentId, viewer, newId, ...form }: Props) {
  const { unitId, name, secrecyKind, contact, part, renewal } = party
  const colleagues = leads.colleagues.get(unitId) ?? []
  const typed = {
    [`part-${unitId}`]: part ?? partFor(secrecyKind),
    [`contact-${unitId}`]: contact?.engagementId,
    ...form.typed,
  }
  const errors = form.errors ?? {}
  const action = paths.sharing.letIn.to({ childId: child.id, consentId })
  return (
    <Form viewer={viewer} action={action} hidden={{ submission: newId(), unit: unitId }}>
      <Choices
        name={`part-${unitId}`}
        label="Hur mycket får de läsa i planen?"
        {...{ typed, errors }}
        options={[
          { value: 'own', label: 'Bara sin egen del', hint: 'Det de själva gör, dagar och vem de ringer.' },
          { value: 'whole', label: 'Hela planen' },
        ]}
      />
      <Select
        name={`contact-${unitId}`}
        label="Vem träffar familjen där?"
        options={colleagues.map(({ engagementId, name: who, title }) => ({
          value: engagementId,
          label: `${who}, ${title}`,
        }))}
        {...{ typed, errors }}
      />
      <div class="actions">
        <button class="ds-button" type="submit">
          {renewal ? `Låt ${name} fortsätta` : `Låt ${name} vara med`}
        </button>
      </div>
    </Form>
  )
}
