import { isGiven, texts } from '../../reading';
import { resources, when, type Practice } from '../../practice';

const OLD = /^tls_cipher_policy_1_[01]$|^TLSv1\.[01]$/;

export const tlsPolicy: Practice = {
  id: 'tls-policy',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Balancers speak TLS 1.2 and above', zh: '负载均衡使用 TLS 1.2 及以上' },
  reason: {
    en: 'TLS 1.0 and 1.1 are broken and no browser of this decade needs them; an HTTPS listener of a classic balancer takes them unless it is told.',
    zh: 'TLS 1.0/1.1 已不安全，近年的浏览器都不需要；传统型负载均衡的 HTTPS 监听若不指定就会接受它们。',
  },
  fix: { en: 'write `tls_cipher_policy_1_2` or stricter', zh: '写 `tls_cipher_policy_1_2` 或更严格的策略' },
  source: 'https://www.alibabacloud.com/help/en/slb/classic-load-balancer/user-guide/tls-security-policies',
  look: resources(
    ['alicloud_slb_listener', 'alicloud_alb_listener', 'alicloud_nlb_listener', 'alicloud_slb_tls_cipher_policy'],
    ({ type, attributes }) => {
      const { protocol, tls_cipher_policy: classic, security_policy_id: policy, tls_versions: versions } = attributes;
      const implied = type === 'alicloud_slb_listener' && protocol === 'https' && !isGiven(classic);
      const old = texts([classic, policy, ...texts(versions ?? [])]).filter((one) => OLD.test(one));
      return when(
        implied || old.length > 0,
        { en: `${type} takes TLS below 1.2`, zh: `${type} 接受 1.2 以下的 TLS` },
        old[0],
      );
    },
  ),
};
