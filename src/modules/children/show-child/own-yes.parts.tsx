import { dayWithYear } from '#shared/dates.ts'
import { paths } from '#shared/paths.ts'
import { AreaList } from '#ui/area.tsx'
import { Form } from '#ui/form.tsx'
import { Actions, Receipt, Receipts, Section } from '#ui/parts.tsx'
import { say, sayWith } from '#ui/say.tsx'
import type { Viewer } from '#ui/viewer.ts'
import type { FamilyHub } from './show-child.ts'

export type Seen = { viewer: Viewer; submission: string }

/** What this guardian has said yes to, and a button for each that takes it back at once. */
export function OwnYeses({ child, yes, viewer, submission }: FamilyHub & Seen) {
  if (yes.length === 0) return null
  return (
    <Section
      id="ditt-ja"
      title={say('Det här har du sagt ja till')}
      lead={say('Du kan ändra dig när du vill. Det gäller direkt, och du behöver inte säga varför.')}
    >
      <Receipts>
        {yes.map(({ consentId, unitId, unit, areas, lastDay, isRead }) => (
          <Receipt
            title={unit}
            who={isRead ? undefined : say('Ingen där läser något än.')}
            items={[
              [say('Får veta om'), areas.length > 0 && <AreaList areas={areas} />],
              [say('Gäller till och med'), dayWithYear(lastDay)],
            ]}
          >
            <Form
              viewer={viewer}
              action={paths.sharing.takeBack.to({ childId: child.id, consentId })}
              hidden={{ submission, unit: unitId, sheets: 'every' }}
            >
              <Actions>
                <button class="ds-button" data-variant="secondary" type="submit">
                  {sayWith('Ta tillbaka ditt ja<hidden> för {name}</hidden>', {
                    name: unit,
                    hidden: (words) => <span class="sr">{words}</span>,
                  })}
                </button>
                <a href={paths.sharing.sheet.to({ childId: child.id, consentId })}>
                  {sayWith('Läs frågan<hidden> om {name}</hidden>', {
                    name: unit,
                    hidden: (words) => <span class="sr">{words}</span>,
                  })}
                </a>
              </Actions>
            </Form>
          </Receipt>
        ))}
      </Receipts>
    </Section>
  )
}
