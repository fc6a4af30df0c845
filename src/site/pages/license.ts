/** Where a license of data is told: an address as it is written, else what SPDX has under that identifier. */
export function licenseAddress(license: string): string {
  return /^https?:/.test(license) ? license : `https://spdx.org/licenses/${license}.html`;
}
