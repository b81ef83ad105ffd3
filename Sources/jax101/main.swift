import Lanewise
