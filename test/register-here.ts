import { afterAll, beforeEach } from 'vitest'
import { type FakeRegister, startFakeRegister } from '#tools/fake-register.ts'

/** A register of the test file's own, gone when the file is done, that says nothing when a test begins. To be called at the top of a module. */
export async function registerHere(): Promise<FakeRegister> {
  const register = await startFakeRegister()
  afterAll(() => register.stop())
  beforeEach(() => register.forget())
  return register
}
