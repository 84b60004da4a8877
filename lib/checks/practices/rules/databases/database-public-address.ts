import { found, resources, type Practice } from '../../practice';

export const databasePublicAddress: Practice = {
  id: 'database-public-address',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Databases have no public address', zh: '数据库不申请公网地址' },
  reason: {
    en: 'A public address is a second way in, guarded by an allow list that people widen when they are in a hurry.',
    zh: '公网地址是另一条入口，只靠白名单把守，而人在着急时总会放宽白名单。',
  },
  fix: {
    en: 'leave it out and connect over the VPC, a VPN or a bastion',
    zh: '去掉公网连接，改经 VPC、VPN 或堡垒机访问',
  },
  source: 'https://aliyun.github.io/infraguard/docs/policies/aliyun/rules/rds-public-access-check',
  look: resources(
    ['alicloud_db_connection', 'alicloud_kvstore_connection', 'alicloud_mongodb_public_network_address'],
    ({ type }) => found({ en: `${type} gives a database a public address`, zh: `${type} 为数据库申请了公网地址` }),
  ),
};
