// SPDX-License-Identifier: GPL-3.0-or-later
// Asio is compiled here, once, and not in every file that uses it.
#include <boost/asio/impl/src.hpp>
