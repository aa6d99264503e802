import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import type { Viewer } from '#ui/page.tsx'
import type { HelpedAnswer } from '../follow-up-store.ts'
import type { Action } from '../plan.ts'
import { actionField, helpedAnswers } from './follow-up.form.ts'

const labels = { yes: 'Det hjälper', a_little: 'Lite', no: 'Inte', dont_know: 'Vet inte' } as const

type Props = {
  childId: string
  action: Action
  /** What the reader has said before of this occasion: the words stay when only the answer changes. */
  said: HelpedAnswer | undefined
  viewer: Viewer
  submission: string
}

/** Does it help? Said with one press, beside the action. */
export function HelpedTaps({ childId, action, said, viewer, submission }: Props) {
  const hidden = {
    submission,
    part: action.id,
    [actionField('words', action.id)]: said?.words?.reveal(),
  }
  return (
    <div class="no-print">
      <Form viewer={viewer} action={paths.plan.followUp.to({ childId })} hidden={hidden}>
        <fieldset class="taps">
          <legend>
            {said?.helped ? `Du har svarat: ${labels[said.helped]}` : 'Hjälper det?'}
            <span class="sr">: {action.body.what.reveal()}</span>
          </legend>
          {helpedAnswers.map((answer) => (
            <button
              type="submit"
              name={`helped-${action.id}`}
              value={answer}
              aria-pressed={said?.helped === answer ? 'true' : undefined}
            >
              {labels[answer]}
            </button>
          ))}
        </fieldset>
      </Form>
    </div>
  )
}
