import type { Child } from '#modules/children'
import { callOf } from '#shared/person.ts'
import { Select, type Texts } from '#ui/form.tsx'
import { Note } from '#ui/parts.tsx'
import type { AtWork } from './lead-store.ts'

type Props = { candidates: readonly AtWork[]; typed?: Texts | undefined; errors?: Texts | undefined }

export const CandidateSelect = ({ candidates, ...field }: Props) => (
  <Select
    name="who"
    label="Vem?"
    empty="Välj"
    options={candidates.map(({ engagementId, name, title, unitName }) => ({
      value: engagementId,
      label: `${name}, ${title}, ${unitName}`,
    }))}
    {...field}
  />
)

/** For whoever chooses without reading. */
export const Outside = ({ child }: { child: Child }) => (
  <Note>
    <p>
      Uppgifterna om {callOf(child.person)} finns i en annan verksamhet, och du läser dem inte. Välj någon som
      arbetar där.
    </p>
  </Note>
)
