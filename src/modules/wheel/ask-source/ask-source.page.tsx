import { OneSentence } from '#modules/sharing'
import type { FormState } from '#shared/form-routes.tsx'
import { paths } from '#shared/paths.ts'
import { whoseOf } from '#shared/person.ts'
import { DateField, Select, type Texts } from '#ui/form.tsx'
import { AboutFields, BasisChoices, QuestionFrame } from '../question.parts.tsx'
import type { AskForm } from './ask-source.ts'

export function AskSourcePage(props: AskForm & FormState) {
  const { child, sources, areas, grounds, today, proposedOn, errors } = props
  const typed: Texts = props.typed ?? { dueOn: proposedOn }
  const fields = { typed, errors }
  const willing = sources.filter(({ consent }) => consent).map(({ name }) => name)
  return (
    <QuestionFrame
      {...props}
      kicker="Fråga en verksamhet"
      lead={`De ser ${whoseOf(child.person)} namn och din fråga, inget annat.`}
      primary="Skicka frågan"
    >
      <Select
        name="unit"
        label="Vem vill du fråga?"
        empty="Välj"
        options={sources.map(({ unitId, name, consent }) => ({
          value: unitId,
          label: consent ? `${name} (familjen har sagt ja)` : name,
        }))}
        {...fields}
      />
      <AboutFields
        areas={areas}
        readBy="Skriv inget mer om barnet än vad som behövs för att kunna svara."
        {...fields}
      />
      <DateField name="dueOn" label="När behöver du svar?" min={today} {...fields} />
      <BasisChoices
        grounds={grounds}
        yes={{
          label: 'Ja, det finns ett samtycke',
          hint:
            willing.length > 0
              ? `Till ${new Intl.ListFormat('sv').format(willing)}.`
              : 'Det finns inget samtycke än.',
          reveals:
            willing.length > 0 ? (
              <OneSentence {...fields} />
            ) : (
              <p>
                <a href={paths.sharing.ask.to({ childId: child.id })}>Fråga familjen om samtycke</a>
              </p>
            ),
        }}
        {...fields}
      />
    </QuestionFrame>
  )
}
