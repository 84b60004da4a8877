import { NODE_POOL } from '../../node-pools';
import { block, isLater } from '../../reading';
import { resources, when, type Practice } from '../../practice';

export const nodeMetadata: Practice = {
  id: 'node-metadata',
  severity: 'warning',
  sandbox: true,
  title: { en: 'Metadata of instances needs a token', zh: '实例元数据需要令牌访问' },
  reason: {
    en: 'In normal mode one forged request from a Pod reads the credentials of the node’s role; with a token it does not.',
    zh: '普通模式下，Pod 内一次伪造请求就能读到节点角色的凭证；要求令牌后则不能。',
  },
  fix: {
    en: 'write `instance_metadata_options { http_tokens = "required" }`, on an instance `http_tokens = "required"` (pools of the library do)',
    zh: '写 `instance_metadata_options { http_tokens = "required" }`，ECS 实例写 `http_tokens = "required"`（本库的节点池默认如此）',
  },
  source: 'https://www.alibabacloud.com/help/en/ecs/user-guide/view-instance-metadata',
  look: resources([NODE_POOL, 'alicloud_instance'], ({ type, attributes }) => {
    const options = type === NODE_POOL ? block(attributes, 'instance_metadata_options') : attributes;
    return when(
      options !== undefined && !isLater(options.http_tokens) && options.http_tokens !== 'required',
      { en: 'metadata is read without a token', zh: '无需令牌即可读取元数据' },
      options?.http_tokens,
    );
  }),
};
