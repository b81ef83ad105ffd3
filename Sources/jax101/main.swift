tutorial { print($0) }
