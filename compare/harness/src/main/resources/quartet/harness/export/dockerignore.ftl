target/
model/
.git/
