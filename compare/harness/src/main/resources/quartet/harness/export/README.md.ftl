# ${artifact}

<#assign java>java ${options}-jar target/${artifact}.jar</#assign>
${purpose}<#if engineName == "scratch">, in plain Java without a framework<#else>, using ${engine}</#if>. The network is in
[${example}](src/main/java/${package?replace(".", "/")}/${example}.java).

## Build

A JDK (17 or newer) and Maven (3.8 or newer) are enough.

```
mvn verify
```

The build compiles, runs the tests, and writes `target/${artifact}.jar` with its libraries in `target/lib`.
<#if engineName != "scratch">
It includes the native libraries of the platform on which it runs. With `-Dplatforms=all`, it includes those of all platforms.
</#if>

## Train, evaluate, predict

```
${java} train
${java} evaluate
<#if kind == "images">
${java} predict IMAGE...
<#else>
${java} predict data/test.csv
</#if>
```

- `train` reads <#if kind == "images">`data/train`, which has a subfolder of images for each class,<#else>`data/train.csv`</#if> and writes the network to the folder `model`.
  The file `model/encoder.json` describes how new <#if kind == "images">images<#elseif kind == "texts">texts<#else>rows</#if> are converted to the numbers that the network reads.
- `evaluate` prints the <#if kind == "values">root mean squared error<#else>accuracy</#if> on <#if kind == "images">`data/test`<#else>`data/test.csv`</#if>.
- `predict` writes <#if kind == "values">predictions<#else>the predicted class and the probability of each class</#if> as comma-separated values.

`--help` lists the options of a command.
<#if options?has_content>
`jvm.options` contains the arguments of the JVM<#if engineName == "scratch">: with the JDK's Vector API, training is many times faster</#if>.
</#if>
<#if environment?has_content>
These environment variables make the framework faster or quieter: <#list environment as name, value>`${name}=${value}`<#sep>, </#list>.
</#if>

<#if kind == "images">
To train on your own images, use `train --data FOLDER` with one subfolder of PNG, JPEG, GIF or BMP files for each class.
All images are scaled to the size of the first one.
<#else>
To train on your own data, use `train --data FILE --target COLUMN<#if kind == "texts"> --text COLUMN</#if>`. The file has comma-separated values with a
header, in UTF-8.<#if kind != "texts"> Columns of numbers are standardized. Any other column becomes a column of zeros and ones for each category.</#if>
</#if>

With Docker:

```
docker build -t ${artifact} .
docker run --rm -v "$PWD/model:/app/model" ${artifact} train
```

## Code

| package | content |
| --- | --- |
| `${package}` | `App`: the command line; `${example}`: the network, its training and its evaluation |
| `${package}.data` | <#if kind == "images">images<#elseif kind == "texts">texts<#else>tables</#if> from files, and the numbers that the network reads |
<#if engineName == "scratch">
| `${package}.nn` | layers, losses, initial weights, and the file of a trained network |
| `${package}.optim` | Adam |
| `${package}.kernel` | the operations of the layers and of Adam |
| `${package}.tensor` | arrays of numbers with a shape |
<#elseif engineName == "djl-tensorflow">
| `${package}.graph` | graphs of TensorFlow: layers, Adam, checkpoints |
</#if>
<#if plain>

The operations are plain loops, which are short and easy to read. They run on one thread, and they are several times slower
than code for the processor's vector instructions. Quartet writes the same project with such code if it is asked to `export
--fast`.
</#if>

## Tests

`ParityTest` compares the network with a reference implementation in double precision: predictions and gradients for
given weights and a batch, and the losses of the first steps of training. The expected numbers are in
`src/test/resources/parity.safetensors`. `AppTest` trains, evaluates and predicts.

## Data

${notice}
## Licence

The code is under the MIT licence, see [LICENSE](LICENSE). It was derived from Quartet, whose authors the licence names.
The data keeps its own licence, see above.
