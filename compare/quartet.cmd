@echo off
rem Quartet's command line for Windows. Builds the project when it is not built; run "mvn package" after a change.
setlocal
for %%i in ("%~dp0..") do set "QUARTET_HOME=%%~fi"
set "STAMP=%QUARTET_HOME%\compare\harness\target\classpath"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"

if not exist "%STAMP%" (
  echo Building Quartet ^(the first time this downloads the frameworks, about 1 GB^) ... 1>&2
  pushd "%QUARTET_HOME%"
  call mvn -B -ntp -q package -DskipTests 1>&2
  popd
)
if not exist "%STAMP%" (
  echo quartet: the build failed 1>&2
  exit /b 2
)

rem An argument file: the class path is longer than a command line of Windows. Backslashes are escaped there.
set "ARGUMENTS=%QUARTET_HOME%\compare\harness\target\quartet.arguments"
set /p CLASSPATH_OF_HARNESS=<"%STAMP%"
set "CLASSES=%QUARTET_HOME%\compare\harness\target\harness-1.0-SNAPSHOT.jar;%CLASSPATH_OF_HARNESS%"
> "%ARGUMENTS%" echo -cp "%CLASSES:\=\\%"
"%JAVA%" -Xmx4g -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dquartet.home=%QUARTET_HOME%" "@%ARGUMENTS%" quartet.harness.command.Quartet %*
exit /b %ERRORLEVEL%
