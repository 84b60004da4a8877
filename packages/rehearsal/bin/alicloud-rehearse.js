#!/usr/bin/env node
/* A file that is there before the package is compiled, so that npm links the command when it installs. */
require('../dist/bin/alicloud-rehearse.js');
