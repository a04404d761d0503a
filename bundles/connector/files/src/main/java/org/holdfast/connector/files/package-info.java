/** Tables from files: CSV, CSV in gzip, and XLSX. */
package org.holdfast.connector.files;
