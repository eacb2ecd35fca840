@echo off
rem Quartet's command line for Windows. Builds the project when it is not built; run "mvn package" after a change.
setlocal
for %%i in ("%~dp0..") do set "QUARTET_HOME=%%~fi"
if not exist "%QUARTET_HOME%\pom.xml" (
  echo quartet: no project in %QUARTET_HOME%; call compare\quartet.cmd by its own path, not through a link 1>&2
  exit /b 2
)
set "STAMP=%QUARTET_HOME%\compare\harness\target\classpath"
set "JAVA=java"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo quartet: no java found; install a JDK 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)

if not exist "%STAMP%" (
  where mvn >nul 2>&1
  if errorlevel 1 (
    echo quartet: no mvn found; install Maven 3.8 or newer to build the project 1>&2
    exit /b 2
  )
  echo Building Quartet ^(the first time this downloads the frameworks, about 1 GB^) ... 1>&2
  pushd "%QUARTET_HOME%"
  rem Modules, downloads and errors are shown; the rest is noise.
  call mvn -B package -DskipTests 2>&1 | findstr /C:"Building Quartet" /C:"Downloading from" /C:"[ERROR]" 1>&2
  popd
)
if not exist "%STAMP%" (
  echo quartet: the build failed 1>&2
  exit /b 2
)

rem An argument file: the class path is longer than a command line of Windows. Backslashes are escaped there.
rem "set /p" would cut the class path after 1,021 characters.
set "ARGUMENTS=%QUARTET_HOME%\compare\harness\target\quartet.arguments"
for /f "usebackq delims=" %%i in ("%STAMP%") do set "LIBRARIES=%%i"
set "CLASSES=%QUARTET_HOME%\compare\harness\target\harness-1.0-SNAPSHOT.jar"
set "CLASSES=%CLASSES%;%QUARTET_HOME%\compare\contract\target\contract-1.0-SNAPSHOT.jar"
set "CLASSES=%CLASSES%;%QUARTET_HOME%\datasets\target\datasets-1.0-SNAPSHOT.jar"
set "CLASSES=%CLASSES%;%QUARTET_HOME%\scratch\target\scratch-1.0-SNAPSHOT.jar;%LIBRARIES%"
> "%ARGUMENTS%" echo -cp "%CLASSES:\=\\%"
if not defined QUARTET_HEAP set "QUARTET_HEAP=4g"
"%JAVA%" -Xmx%QUARTET_HEAP% -XX:+IgnoreUnrecognizedVMOptions --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow "-Dquartet.home=%QUARTET_HOME%" "@%ARGUMENTS%" quartet.harness.command.Quartet %*
exit /b %ERRORLEVEL%
