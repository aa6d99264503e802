import type { FieldProps, Reads } from './fields.tsx'
import { saidBeside, TextArea } from './fields.tsx'
import { say } from './say.tsx'

type Side = Pick<FieldProps, 'description'> & { label?: string }

type Props = Pick<FieldProps, 'typed' | 'errors'> & {
  reads: Reads
  working?: Side
  challenging?: Side
}

/** What works first, and then what is challenging: one of them is enough, in whichever form it is asked. */
export const TwoSides = ({ reads, working, challenging, ...fields }: Props) => (
  <>
    <TextArea name="working" label={say('Det som fungerar')} optional {...{ reads, ...working, ...fields }} />
    <TextArea
      name="challenging"
      label={say('Det som är utmanande')}
      optional
      reads={saidBeside}
      {...{ ...challenging, ...fields }}
    />
  </>
)
