import { paths } from '#shared/paths.ts'
import { Form } from '#ui/form.tsx'
import { message } from '#ui/message.ts'
import type { Viewer } from '#ui/page.tsx'
import { AsWritten, say } from '#ui/say.tsx'
import type { HelpedAnswer } from '../follow-up-store.ts'
import type { Action } from '../plan.ts'
import { actionField, helpedAnswers } from './follow-up.form.ts'

const labels = {
  yes: message('Det hjälper'),
  a_little: message('Lite'),
  no: message('Inte'),
  dont_know: message('Vet inte'),
} as const

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
            {said?.helped
              ? say('Du har svarat: {answer}', { answer: say(labels[said.helped]) })
              : say('Hjälper det?')}
            <span class="sr">
              : <AsWritten>{action.body.what.reveal()}</AsWritten>
            </span>
          </legend>
          {helpedAnswers.map((answer) => (
            <button
              type="submit"
              name={`helped-${action.id}`}
              value={answer}
              aria-pressed={said?.helped === answer ? 'true' : undefined}
            >
              {say(labels[answer])}
            </button>
          ))}
        </fieldset>
      </Form>
    </div>
  )
}
