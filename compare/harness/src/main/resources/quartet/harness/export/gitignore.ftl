target/
model/
