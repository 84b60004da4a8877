/** The site as its first visitor finds it. */
export interface WordPressSite {
  /** Title. Read when the site is installed; changed in WordPress afterwards. @default "WordPress" */
  readonly title?: string;
  /**
   * Language as WordPress names it, such as `zh_CN`. Its pack is the image's or, where the image has none, that of
   * wordpress.org, which the installation must then reach.
   * @default "en_US"
   * @throws InputError `site-locale`
   */
  readonly locale?: string;
  /**
   * The first administrator. The password is drawn at random and kept in the Secret `install-admin`.
   * @default { user: 'owner', email: 'owner@example.com' }
   * @throws InputError `site-administrator`
   */
  readonly administrator?: { readonly user: string; readonly email: string };
  /** Whether search engines are asked to index the site. Read when the site is installed. @default true */
  readonly searchEngines?: boolean;
  /**
   * Where visitors find the site, without a path: `https://blog.example.com`. Changed in place: the installation runs again and the Pods
   * start anew; what posts link to already keeps the old address.
   * @default `http://`, the balancer's address, which only Terraform knows, and the port where it is not 80
   * @throws InputError `site-url`, also where `ports` has 443 and no address is given
   */
  readonly url?: string;
  /** Largest file that can be uploaded, in MiB, 1 to 1024. The Pods start anew. @default 64 */
  readonly uploadMib?: number;
}

/** Texts of which each draws new secrets when it changes; the Pods start anew. Each `"1"` when left out. */
export interface WordPressRotation {
  /** The eight keys and salts of WordPress: everybody has to log in again, until the update is through more than once. */
  readonly salts?: string;
  /** Accounts in the database, with their passwords. Write the text that it had before in `before`, or the site stands still. */
  readonly database?: string;
  /** Account in Redis, with its password. Write the text that it had before in `before`, or the site stands still. */
  readonly redis?: string;
  /**
   * The texts before, whose accounts stay until the Pods have the new ones: apply both stacks with it, then leave it out and apply
   * the cloud stack.
   * @default none - the accounts before go at once
   */
  readonly before?: { readonly database?: string; readonly redis?: string };
  /** Password of the administrator: the installation runs again and sets it. */
  readonly administrator?: string;
}
