# Quartet: comparison

<#list environment as line>
${md(line)}
<#sep>

</#list>

This run measured every figure. An engine is timed only after the parity check has shown that it computes the same as the others.

<#list tables as table>
## ${md(table.title())}

| <#list table.columns() as column>${md(column)}<#sep> | </#list> |
| <#list table.columns() as column><#if column?index == 0>:--<#else>--:</#if><#sep> | </#list> |
<#list table.rows() as row>
| <#list row as cell>${md(cell)}<#sep> | </#list> |
</#list>

<#list table.notes() as note>
- ${md(note)}
</#list>

</#list>
Columns: scores on the test set, after the last epoch (with several seeds the mean over them +- half the width of its 99 % interval); **train s** seconds of all training steps; **ms/step** the median step;
**vs scratch** the ratio of training times to scratch, paired by round, with its verdict: a tie if a 99 % confidence interval contains 1;
**vs fastest** the same ratio to the engine with the smallest median of the training time, which is slower or a tie by definition;
**whole cost** the ratio to scratch of the seconds from the start of the process to the trained network;
**p50 us**, **p99 us** microseconds to predict one row; **rows/s** predictions in batches of 256; **cold s** from the start of
the process to the first prediction; **peak MB** peak resident memory in 10^6 bytes; **parity** whether logits, losses,
gradients and updates agree with float64.

<#list details as table>
## ${md(table.title())}

| <#list table.columns() as column>${md(column)}<#sep> | </#list> |
| <#list table.columns() as column><#if column?index == 0>:--<#else>--:</#if><#sep> | </#list> |
<#list table.rows() as row>
| <#list row as cell>${md(cell)}<#sep> | </#list> |
</#list>

</#list>
Columns: ratios of training times with their 99 % confidence intervals over the rounds; **model s** seconds from the start of the process to the
trained network, with its ratio to scratch; **CPU s** of all the process's threads until then, and **allocated MB** on the JVM's heap;
**steady s** the median epoch of the second
half of the training; **warm-up epochs** the first epochs that take over 10 % longer, and **warm-up s** their excess time.
Outliers are rounds further from the median than 3.5 scaled median absolute deviations; they are flagged, not removed.

<#list steps as table>
## ${md(table.title())}

| <#list table.columns() as column>${md(column)}<#sep> | </#list> |
| <#list table.columns() as column><#if column?index == 0>:--<#else>--:</#if><#sep> | </#list> |
<#list table.rows() as row>
| <#list row as cell>${md(cell)}<#sep> | </#list> |
</#list>

</#list>
Columns: **step us** the median of some hundred training steps, measured after training; **hand-over** the share of copying the rows of a
batch; **forward** the share of a prediction for the batch; **backward** the share of the gradients, without the forward pass and without copying them out;
**update** the rest. These are differences between calls, not clocks inside a framework, so they need not add up to 100 %.
**first ms** the first prediction of one row in a new process, and **p50 us** a warm one; **to score** the best score that every run of every engine
reaches, with the **epochs** and **seconds** until then; **class path MB** all jars of an engine; **lines** of code of its example; **same bits**
whether all rounds of a seed have the same losses and scores to the last bit.

<#list ownData as table>
## ${md(table.title())}

<#if table.rows()?has_content>
| <#list table.columns() as column>${md(column)}<#sep> | </#list> |
| <#list table.columns() as column>:--<#sep> | </#list> |
<#list table.rows() as row>
| <#list row as cell>${md(cell)}<#sep> | </#list> |
</#list>

</#if>
<#list table.notes() as note>
- ${md(note)}
</#list>

</#list>
## Parity with float64

| project | engine | parity | distance | near-ties | closest to its tolerance |
| :-- | :-- | :-- | --: | --: | :-- |
<#list parity as row>
| <#list row as cell>${md(cell)}<#sep> | </#list> |
</#list>

**distance** the largest difference of a gradient from float64, relative to the largest gradient of its layer; **near-ties** decisions
of pooling or ReLU within rounding that the engine makes differently from float64; each one is excused separately.

## Engines

| engine | framework | native library | device | threads |
| :-- | :-- | :-- | :-- | --: |
<#list engines as engine>
| <#list engine as cell>${md(cell)}<#sep> | </#list> |
</#list>

<#if deviations?has_content>
## Deviations from the specification

<#list deviations as engine, lines>
<#list lines as line>
- **${md(engine)}**: ${md(line)}
</#list>
</#list>
</#if>
