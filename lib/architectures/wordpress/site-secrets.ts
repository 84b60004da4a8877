import { Construct } from 'constructs';
import { checkedId } from '../../core/ids';
import { drawPassword } from '../../core/password';

/** The keys and salts with which WordPress signs cookies and links. All Pods must have the same ones. */
export const SALTS = Object.freeze([
  'AUTH_KEY',
  'SECURE_AUTH_KEY',
  'LOGGED_IN_KEY',
  'NONCE_KEY',
  'AUTH_SALT',
  'SECURE_AUTH_SALT',
  'LOGGED_IN_SALT',
  'NONCE_SALT',
]);

/** Why the Pods do not say that they are not root. */
export const AS_ROOT =
  'the official image starts Apache as root, which binds port 80 and answers as www-data; the jobs share the image';

/**
 * The secrets that the site itself has: eight keys and salts of 64 characters, and the administrator's password of 24,
 * all drawn at random, and again when their text of rotation changes. Creates nine `random_password`; they are in the
 * state of the stack.
 */
export class SiteSecrets extends Construct {
  /** Variables of the image by name. */
  readonly salts: Readonly<Record<string, string>>;
  readonly administratorPassword: string;

  constructor(scope: Construct, id: string, rotation: { readonly salts: string; readonly administrator: string }) {
    super(scope, checkedId(scope, id));
    this.salts = Object.freeze(
      Object.fromEntries(SALTS.map((key) => [`WORDPRESS_${key}`, this.draw(key, 64, rotation.salts)])),
    );
    this.administratorPassword = this.draw('administrator', 24, rotation.administrator);
  }

  private draw(key: string, length: number, rotation: string): string {
    return drawPassword(this, rotation, { id: key.toLowerCase().replace(/_/g, '-'), length });
  }
}
