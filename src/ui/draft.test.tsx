import { describe, expect, it } from 'vitest'
import { PageDraft } from './draft.tsx'
import { Form, TextArea, Tick } from './form.tsx'

const draft = {
  address: '/barn/1/svar',
  savedAt: 'kl 14.30',
  typed: { party: 'anna', submission: 'old', why: 'Vi vill <gärna> vänta.', version: '3' },
  continued: true,
}
const Two = ({ kept }: { kept: typeof draft }) => (
  <PageDraft.Provider value={kept}>
    {['anna', 'bo'].map((party) => (
      <Form guard hidden={{ party, submission: 'new', version: '4' }}>
        <TextArea name="why" label="Varför?" reads="Karin" typed={{ why: 'Som det var' }} />
        <Tick name="sure" label="Säker" typed={{ sure: 'ja' }} />
      </Form>
    ))}
  </PageDraft.Provider>
)
const formsOf = (kept: typeof draft) => String(<Two kept={kept} />).split('name="party"')

describe('a draft', () => {
  it('goes on in the form that it was written in, and in no other on the page', () => {
    const [before = '', anna = '', bo = ''] = formsOf(draft)
    expect(before).toContain('Det här är ditt utkast från kl 14.30.')
    expect(anna).toContain('Vi vill &lt;gärna&gt; vänta.')
    expect(anna).toMatch(/name="submission" value="old".*name="version" value="3"/)
    expect(anna.split('</form>')[0]).not.toContain('checked')
    expect(bo).toContain('Som det var')
    expect(bo).toMatch(/name="submission" value="new".*name="version" value="4"/)
    expect(bo).toContain('checked')
  })

  it('shows nothing of its text before somebody goes on with it', () => {
    const page = formsOf({ ...draft, continued: false }).join('')
    expect(page).toContain('Du har ett utkast från kl 14.30.')
    expect(page).toContain('href="?utkast=ja"')
    expect(page).not.toContain('vänta')
    expect(page.match(/Som det var/g)).toHaveLength(2)
  })
})
