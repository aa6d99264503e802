import {
  AreaChoices,
  Choices,
  MoreDetails,
  saidBeside,
  TextArea,
  TextField,
  type Texts,
  Tick,
  TwoSides,
} from '#ui/form.tsx'
import { say } from '#ui/say.tsx'

type Part = { typed: Texts; errors: Texts }
const names = [
  'areas',
  'working',
  'challenging',
  'tried',
  'caller',
  'urgency',
  'familyKnows',
  'goodNews',
  'otherLead',
]

/** All that may be left out. */
export const More = ({ asksOther, typed, errors }: Part & { asksOther: boolean }) => (
  <MoreDetails open={names.some((name) => typed[name])}>
    <AreaChoices name="areas" label={say('Vad handlar det om?')} optional {...{ typed, errors }} />
    <TwoSides reads={saidBeside} {...{ typed, errors }} />
    <TextArea
      name="tried"
      label={say('Vad har redan prövats?')}
      optional
      reads={saidBeside}
      {...{ typed, errors }}
    />
    <Choices
      name="familyKnows"
      label={say('Vet familjen att du skriver?')}
      optional
      options={[
        { value: 'yes', label: say('Ja, vi har pratat') },
        { value: 'not_yet', label: say('Inte än') },
        { value: 'unknown', label: say('Vet inte') },
      ]}
      {...{ typed, errors }}
    />
    <Choices
      name="urgency"
      label={say('När behöver någon läsa det här?')}
      optional
      options={[
        { value: 'today', label: say('I dag') },
        { value: 'this_week', label: say('Den här veckan') },
        { value: 'can_wait', label: say('Det kan vänta') },
      ]}
      {...{ typed, errors }}
    />
    <TextField
      name="caller"
      reads={saidBeside}
      label={say('Skriver du åt någon annan? Vem berättade?')}
      description={say('Till exempel en tränare eller en mormor som har ringt.')}
      optional
      {...{ typed, errors }}
    />
    <Tick name="goodNews" label={say('Jag vill bara berätta något som går bra')} {...{ typed, errors }} />
    {asksOther && <OtherLead typed={typed} errors={errors} />}
  </MoreDetails>
)

const OtherLead = (fields: Part) => (
  <TextArea
    name="otherLead"
    label="Bör någon annan än den vanliga vara Barnets bästa-ansvarig? Skriv varför"
    description="Till exempel om förtroendet är brutet. Någon annan i organisationen läser det och avgör. Den vanliga läser resten, men inte det här."
    optional
    reads={saidBeside}
    {...fields}
  />
)
