import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { type Effort, createHands, secondsOf } from './klm.ts'

export const effortFile = join(import.meta.dirname, '..', 'out', 'custody-intake.json')

export interface IntakeWork extends Effort {
  /** By the keystroke-level model. */
  readonly officerSeconds: number
  /** What the machine took, every step of it scripted without a pause. */
  readonly scriptedSeconds: number
  /** Pages of the bundle's address, as the browser would print it. */
  readonly bundle: string
}

/** `HHMM` by the wall clock of the country, so many minutes ago: four keys. */
export function wallMinutes(minutesAgo: number): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Africa/Casablanca',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(new Date(Date.now() - minutesAgo * 60_000))
  return parts.replace(':', '')
}

/**
 * From the file of the case to the address of the printed bundle, in Arabic: someone of the file is placed for theft, told
 * of rights, the brother and a lawyer are told by phone, and the prosecutor; searched, and what was in the pockets listed.
 */
export async function placeInCustody(page: Page, caseAddress: string): Promise<IntakeWork> {
  await page.goto(caseAddress)
  await page.getByRole('heading', { name: 'الحراسة' }).waitFor()
  const hands = createHands(page)
  const since = performance.now()
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  await hands.press('g')
  hands.effort.decisions -= 1
  await hands.press('d')
  await page.getByRole('heading', { level: 1, name: 'وضع شخص تحت الحراسة' }).waitFor()
  // The only suspect of the file is proposed, with the measure and the frame of the inquiry; the age is not in the file.
  await hands.click(page.getByRole('radio', { name: 'راشد', exact: true }))
  await hands.click(page.getByRole('checkbox', { name: /الحيلولة دون فراره/ }))
  await hands.write(page.getByLabel('ساعة الإيقاف'), wallMinutes(25))
  await hands.write(page.getByLabel('ساعة الوضع'), wallMinutes(10))
  await hands.write(page.getByRole('combobox', { name: 'مكان الإيقاف' }), 'حي السلام، قرب المحطة')
  const search = part('تفتيش جسدي')
  await hands.click(search.getByRole('radio', { name: 'تحسّس خارجي' }))
  const property = part('الأمتعة المودعة')
  await hands.click(property.getByRole('button', { name: 'إضافة متاع' }))
  await hands.write(property.getByLabel('المتاع').first(), 'هاتف محمول أسود')
  await hands.press('Enter')
  await hands.write(property.getByLabel('المتاع').nth(1), '250 درهمًا')
  await hands.click(property.getByRole('radio', { name: 'وقّع', exact: true }))
  await hands.click(part('الإشعار بالحقوق').getByRole('radio', { name: 'وقّع', exact: true }))
  const prosecutor = part('إشعار النيابة العامة')
  await hands.write(prosecutor.getByLabel('من', { exact: true }), 'نائب وكيل الملك')
  const family = part('إشعار العائلة')
  await hands.click(family.getByRole('radio', { name: 'أُشعر', exact: true }))
  await hands.write(family.getByLabel('من', { exact: true }), 'خالد')
  await hands.write(family.getByLabel('الصفة'), 'أخوه')
  const lawyer = part('إشعار المحامي')
  await hands.click(lawyer.getByRole('radio', { name: 'أُشعر محاميه' }))
  await hands.write(lawyer.getByLabel('من', { exact: true }), 'الأستاذة العلوي')
  await hands.press('Control+Enter')
  await page.getByText(/كامل: اطبع الملف للتوقيع/).waitFor()
  const opened = page.waitForEvent('popup')
  await hands.press('Control+p')
  const bundle = new URL((await opened).url())
  const { effort } = hands
  return {
    ...effort,
    officerSeconds: Math.round(secondsOf(effort)),
    scriptedSeconds: Number(((performance.now() - since) / 1_000).toFixed(1)),
    bundle: bundle.pathname,
  }
}

/** Leaves the count where the bench finds it. */
export async function keepWork(work: IntakeWork): Promise<void> {
  await mkdir(join(effortFile, '..'), { recursive: true })
  await writeFile(effortFile, JSON.stringify(work))
}
